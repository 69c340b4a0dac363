import { type ChosenLinks, chooseLinks, type PublishedLinks } from '../calendar/links/choose.ts';
import type { Description } from './description.ts';
import type { CalendarEvent } from './event.ts';
import { invitationOf } from './invitation.ts';

/** Chooses the links of an event; `published` is what the group publishes of its own meeting. */
export type ChooseLinks = (
  event: CalendarEvent,
  description: Description,
  published: PublishedLinks | undefined,
) => ChosenLinks;

/** Chooses links once for all events that say the same, as the occurrences of a series do. */
export function linkChooser(joinHosts: readonly string[]): ChooseLinks {
  const chosen = new WeakMap<Description, Map<string, ChosenLinks>>();
  return (event, description, published) => {
    const { summary, location, hangoutLink, conferenceData, attachments } = event;
    const own = published && [published.join, published.agenda];
    const rest = JSON.stringify([own, summary, location, hangoutLink, conferenceData, attachments]);
    const byRest = chosen.get(description) ?? new Map<string, ChosenLinks>();
    chosen.set(description, byRest);
    const known = byRest.get(rest);
    if (known) return known;
    const invitation = invitationOf(event, description.mentions, joinHosts);
    const links = chooseLinks(invitation, published);
    byRest.set(rest, links);
    return links;
  };
}
