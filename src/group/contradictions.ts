import { DateTime } from 'luxon';
import { type Group, isoWeekday } from './schema.ts';

/** What is valid in each part of a file but contradictory as a whole. Paths are those in the file. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly what: string;
}

export function contradictions(group: Group): Contradiction[] {
  const found: Contradiction[] = [];
  const { anchor, weekday, zone } = group.regularMeeting;
  if (anchor && DateTime.fromISO(anchor, { zone }).weekday !== isoWeekday(weekday)) {
    const path = ['regular_meeting', 'anchor'];
    found.push({ path, what: `${anchor} is not a ${weekday}` });
  }
  found.push(...repeated('workstreams', group.workstreams));
  found.push(...repeated('guides', group.guides));
  found.push(...repeated('facts', group.facts));
  return found;
}

function repeated(
  list: string,
  items: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): Contradiction[] {
  const owners = new Map<string, string>();
  const found: Contradiction[] = [];
  for (const [index, { name, aliases }] of items.entries()) {
    const own = new Map([name, ...aliases].map((word) => [word.toLowerCase(), word]));
    for (const [key, word] of own) {
      const owner = owners.get(key);
      if (owner !== undefined) {
        found.push({ path: [list, index], what: `"${word}" stands for both ${owner} and ${name}` });
      }
      owners.set(key, name);
    }
  }
  return found;
}
