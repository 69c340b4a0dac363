import type { Invitation } from '../calendar/links/invitation.ts';
import type { Mention } from '../calendar/links/mentions.ts';
import type { CalendarEvent } from './event.ts';

/** What an event says about where and how to join. */
export function invitationOf(
  event: CalendarEvent,
  mentions: readonly Mention[],
  joinHosts: readonly string[],
): Invitation {
  const entryPoints = event.conferenceData?.entryPoints ?? [];
  const video = entryPoints.filter(({ entryPointType }) => entryPointType === 'video');
  return {
    title: event.summary ?? '',
    place: event.location ?? '',
    mentions,
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
