import type { Invitation } from '../calendar/links/invitation.ts';
import { descriptionRuns } from './description.ts';
import type { CalendarEvent } from './event.ts';

/** What an event says of where and how to take part. */
export function invitationOf(event: CalendarEvent, joinHosts: readonly string[]): Invitation {
  const entryPoints = event.conferenceData?.entryPoints ?? [];
  const video = entryPoints.filter(({ entryPointType }) => entryPointType === 'video');
  return {
    place: event.location ?? '',
    description: descriptionRuns(event.description ?? ''),
    conference: [...video.map(({ uri }) => uri), event.hangoutLink].filter(
      (it) => it !== undefined,
    ),
    attachments: event.attachments.map(({ fileUrl, title = '', mimeType = '' }) => ({
      url: fileUrl,
      title,
      mimeType,
    })),
    joinHosts,
  };
}
