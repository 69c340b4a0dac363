import type { DateTime } from 'luxon';
import { context, section } from './blocks.ts';
import type { Message } from './message.ts';
import { link, Mrkdwn, md } from './mrkdwn.ts';
import { span } from './time.ts';

// Longer than this it would be the answer at length again.
const BRIEF_LENGTH = 700;

/** An answer that the channel got a moment ago: its sentence and its buttons, and where it stands in full. */
export function briefView(full: Message, url: string, at: DateTime, now: DateTime): Message {
  const { text } = full;
  const earlier = context(md`I answered this in full ${link(url, `${span(at, now)} ago`)}.`);
  if (text.length > BRIEF_LENGTH) return { text, blocks: [earlier] };
  const buttons = full.blocks.filter(({ type }) => type === 'actions');
  return { text, blocks: [section(Mrkdwn.trusted(text)), ...buttons, earlier] };
}
