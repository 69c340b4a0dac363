import { expect, it } from 'vitest';
import type { Feedback } from '../../src/feedback/feedback.ts';
import { feedbackTally } from '../../src/feedback/tally.ts';
import { at } from '../support/build.ts';

const said = { userId: 'U1', channel: 'C1', ts: '1.000001' };

function tallied() {
  const observed: Feedback[] = [];
  const tally = feedbackTally(at('2026-12-01T09:00'), (feedback) => observed.push(feedback));
  return { tally, observed };
}

it('what one person says of one answer counts once, and what they said first', () => {
  const { tally, observed } = tallied();
  tally.note({ verdict: 'helpful', intent: 'host' }, said);
  tally.note({ verdict: 'helpful', intent: 'host' }, said);
  tally.note({ verdict: 'not what I asked', intent: 'host' }, said);
  expect([...tally.counts()]).toEqual([['host', { helpful: 1, 'not what I asked': 0 }]]);
  expect(observed).toEqual([{ verdict: 'helpful', intent: 'host' }]);
});

it('another person, another answer and an answer that has changed count by themselves', () => {
  const { tally } = tallied();
  tally.note({ verdict: 'helpful', intent: 'host' }, said);
  tally.note({ verdict: 'helpful', intent: 'host' }, { ...said, userId: 'U2' });
  tally.note({ verdict: 'not what I asked', intent: 'host' }, { ...said, ts: '2.000002' });
  tally.note({ verdict: 'not what I asked', intent: 'agenda' }, said);
  expect([...tally.counts()]).toEqual([
    ['host', { helpful: 2, 'not what I asked': 1 }],
    ['agenda', { helpful: 0, 'not what I asked': 1 }],
  ]);
});
