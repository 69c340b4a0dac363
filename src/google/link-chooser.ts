import { type ChosenLinks, chooseLinks, type PublishedLinks } from '../calendar/links/choose.ts';
import type { Description } from './description.ts';
import type { CalendarEvent } from './event.ts';
import { invitationOf } from './invitation.ts';

/**
 * Chooses the links of events, once for all that say the same, as the occurrences of a series do.
 * `published` is what the group publishes for the regular meeting.
 */
export function linkChooser(
  joinHosts: readonly string[],
  published: PublishedLinks,
): (event: CalendarEvent, description: Description, regular: boolean) => ChosenLinks {
  const chosen = new WeakMap<Description, Map<string, ChosenLinks>>();
  return (event, description, regular) => {
    const { location, hangoutLink, conferenceData, attachments } = event;
    const rest = JSON.stringify([regular, location, hangoutLink, conferenceData, attachments]);
    const byRest = chosen.get(description) ?? new Map<string, ChosenLinks>();
    chosen.set(description, byRest);
    const known = byRest.get(rest);
    if (known) return known;
    const invitation = invitationOf(event, description.mentions, joinHosts);
    const links = chooseLinks(invitation, regular ? published : {});
    byRest.set(rest, links);
    return links;
  };
}
