import { type Meeting, stands } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import { type Finder, finderOver } from '../questions/answer.ts';
import { entriesOf } from '../questions/entries.ts';

/** Finds answers for a group. The index is made anew when the meetings are another list. */
export function groupFinder(group: Group): (meetings: readonly Meeting[]) => Finder {
  let indexed: { readonly meetings: readonly Meeting[]; readonly find: Finder } | undefined;
  return (meetings) => {
    if (indexed?.meetings !== meetings) {
      const titles = meetings.filter(stands).map(({ title }) => title);
      indexed = { meetings, find: finderOver(entriesOf(group, titles)) };
    }
    return indexed.find;
  };
}
