import type { Counts, FeedbackTally } from '../feedback/tally.ts';
import { code, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { ago } from '../messages/time.ts';
import type { Intent } from '../questions/intents.ts';

const MAX_LISTED = 8;

/** What people said of the answers since the last start, and which kinds of questions were misread. */
export function feedbackWords(
  { counts, since }: Pick<FeedbackTally, 'counts' | 'since'>,
  zone: string,
): Mrkdwn {
  const all = [...counts()];
  const start = md`since the last start, ${ago(since, zone)}`;
  if (all.length === 0) return md`Nobody has said whether an answer helped ${start}.`;
  const helpful = all.reduce((sum, [, one]) => sum + one.helpful, 0);
  const notAsked = all.reduce((sum, [, one]) => sum + one['not what I asked'], 0);
  const misread = all
    .filter(([, one]) => one['not what I asked'] > 0)
    .toSorted(byMisread)
    .slice(0, MAX_LISTED)
    .map(lineOf);
  return join(
    [md`${helpful} said to be helpful and ${notAsked} not what was asked ${start}.`, ...misread],
    '\n',
  );
}

function lineOf([intent, { helpful, 'not what I asked': notAsked }]: readonly [Intent, Counts]) {
  return md`• ${code(intent)}: ${notAsked} not what was asked, ${helpful} helpful`;
}

function byMisread([, a]: readonly [Intent, Counts], [, b]: readonly [Intent, Counts]): number {
  return b['not what I asked'] - a['not what I asked'] || a.helpful - b.helpful;
}
