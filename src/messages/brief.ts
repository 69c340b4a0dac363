import type { DateTime } from 'luxon';
import { context, fit, message, section } from './blocks.ts';
import type { Message } from './message.ts';
import { link, Mrkdwn, md } from './mrkdwn.ts';
import { ago } from './time.ts';

// The rest stands in the full answer.
const BRIEF_LENGTH = 500;

/** An answer that the channel got a moment ago: its sentence and its buttons, and where it stands in full. */
export function briefMessage(full: Message, url: string, at: DateTime<true>): Message {
  const text = Mrkdwn.trusted(fit(Mrkdwn.trusted(full.text), BRIEF_LENGTH));
  const buttons = full.blocks.filter(({ type }) => type === 'actions');
  const earlier = md`I answered this ${link(url, 'in full')} ${ago(at, at.zoneName)}.`;
  return message(text, [section(text), buttons, context(earlier)]);
}
