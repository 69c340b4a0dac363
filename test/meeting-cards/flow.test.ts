import { expect, it } from 'vitest';
import { cardsFlow } from '../../src/meeting-cards/flow.ts';
import { at, group, meeting } from '../support/build.ts';

const one = meeting('2026-12-09T09:00');

function wantedNextDay(hasVideo: boolean) {
  const flow = cardsFlow({
    group: group(),
    channelId: 'C1',
    outcomes: { since: async () => new Map() },
    claims: { all: async () => [] },
    hasVideo: () => hasVideo,
    isPosted: async () => true,
  });
  const now = at('2026-12-10T09:00');
  const snapshot = {
    meetings: [one],
    unreadable: new Set<string>(),
    readAt: now,
    source: 'api',
  } as const;
  return flow.wanted({ now, snapshot });
}

it('nobody is asked whether a meeting was recorded whose video is in the playlist', async () => {
  const [card, question] = await wantedNextDay(true);
  expect(question?.ifAbsent).toBe('leave');
  expect(card?.message.text).toContain('its video is in the playlist');
  expect(JSON.stringify(card?.message.blocks)).not.toContain('meeting-outcome');
  const [, asked] = await wantedNextDay(false);
  expect(asked?.ifAbsent).toBe('post');
});
