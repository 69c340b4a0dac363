import { DateTime } from 'luxon';
import type { Contradiction } from './parse-yaml.ts';
import type { Group, GroupMeeting } from './schema.ts';
import { isoWeekday } from './when.ts';

/** What is wrong with a file whose parts are all right. */
export function contradictions(group: Group): Contradiction[] {
  return [
    ...group.meetings.flatMap(wrongAnchor),
    ...sameMeetings(group.meetings),
    ...repeated('workstreams', group.workstreams),
    ...repeated('guides', group.guides),
    ...repeated('facts', group.facts),
  ];
}

function wrongAnchor({ when }: GroupMeeting, index: number): Contradiction[] {
  if (when?.kind !== 'weekly' || when.anchor === undefined) return [];
  const { anchor, weekday, zone } = when;
  if (DateTime.fromISO(anchor, { zone }).weekday === isoWeekday(weekday)) return [];
  const path = ['meetings', index, 'when', 'anchor'];
  return [{ path, what: `${anchor} is not a ${weekday}` }];
}

/** Two meetings of one title can't be told apart in the calendar, unless subprojects hold them. */
function sameMeetings(meetings: readonly GroupMeeting[]): Contradiction[] {
  const seen = new Set<string>();
  return meetings.flatMap(({ title, subproject = '' }, index) => {
    const key = `${subproject} / ${title}`.toLowerCase();
    const isNew = !seen.has(key);
    seen.add(key);
    const what = `"${title}" is already the title of another meeting`;
    return isNew ? [] : [{ path: ['meetings', index, 'title'], what }];
  });
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
