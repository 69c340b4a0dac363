import { describe, expect, it } from 'vitest';
import { groupFacts } from '../../src/community/group-facts.ts';
import { differenceWords } from '../../src/following/difference-words.ts';
import { compareGroup } from '../../src/following/follow.ts';
import type { PlannedMessage } from '../../src/following/plan-messages.ts';
import type { FollowState } from '../../src/following/state.ts';
import { parseGroup } from '../../src/group/parse.ts';
import type { Group } from '../../src/group/schema.ts';
import { importGroup } from '../../src/importing/import-group.ts';
import { at } from '../support/build.ts';
import { type PageState, pageHistory, pagesAt } from './history.ts';

const CALENDAR = { kind: 'not published' } as const;
const states = pageHistory();

/** The group file after an import of this state. */
function imported(yaml: string | undefined, { listing, page }: PageState): string {
  if (!listing) throw new Error('the group is archived');
  const result = importGroup(yaml, groupFacts(listing), page);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.yaml;
}

function groupIn(yaml: string): Group {
  const read = parseGroup(yaml);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.group;
}

async function compare(
  yaml: string,
  before: FollowState | undefined,
  page: PageState,
  time = '08:00',
) {
  const tools = { pages: pagesAt(page), checkLink: async () => 200, calendar: CALENDAR };
  const now = at(`${page.date}T${time}`, 'utc');
  const result = await compareGroup(groupIn(yaml), before, tools, now);
  if (result.kind !== 'compared') throw new Error(result.kind);
  return result;
}

/** The lines of the message that says what differs, without the addresses behind its links. */
function lines(messages: readonly PlannedMessage[]): string[] {
  return messages.flatMap((one) =>
    one.says === 'differences'
      ? one.differences.map((difference) =>
          differenceWords(difference).source.replace(/<[^|>]*\|([^>]*)>/g, '$1'),
        )
      : [],
  );
}

describe('what became of the page of WG Serving', () => {
  it('is told step by step, once each, to organizers who import each step', async () => {
    const [first, ...later] = states;
    if (!first) throw new Error('no states');
    let yaml = imported(undefined, first);
    let { state } = await compare(yaml, undefined, first);
    let told = 0;
    for (const page of later) {
      const found = await compare(yaml, state, page);
      expect([page.date, lines(found.messages)]).toEqual([page.date, page.told]);
      const again = await compare(yaml, found.state, page, '09:00');
      expect(again.state.lastNumber).toBe(found.state.lastNumber);
      told += page.told.length > 0 ? 1 : 0;
      expect(found.state.lastNumber).toBe(told);
      if (!page.listing) break;
      yaml = imported(yaml, page);
      const after = await compare(yaml, again.state, page, '10:00');
      expect(lines(after.messages)).toEqual([]);
      ({ state } = after);
    }
    expect(told).toBe(11);
  });

  it('is one message about all of it to those who import nothing, until the group is archived', async () => {
    const [first, ...later] = states;
    if (!first) throw new Error('no states');
    const yaml = imported(undefined, first);
    let state: FollowState | undefined;
    let all: string[] = [];
    for (const page of later) {
      const found = await compare(yaml, state, page);
      const open = found.messages.filter(({ says }) => says === 'differences');
      expect(open.length).toBeLessThanOrEqual(1);
      all = lines(found.messages);
      ({ state } = found);
      if (page.date === '2025-10-09') {
        expect(all.map((line) => line.split(':')[0])).toEqual([
          '*WG Serving weekly meeting*, time',
          '*WG Serving weekly meeting*, meeting link',
          '*Recordings*',
          'New chair',
          '*Autoscaling*, document',
          '*MultiHost/MultiNode*, document',
          '*Orchestration*, document',
          '*DRA*, document',
        ]);
      }
    }
    expect(all).toEqual([
      'The group is no longer in sigs.yaml: it was archived or renamed. Its page is in the archive',
    ]);
  });
});
