import { POSTPONED } from './title-markers.ts';
import {
  AFTER_NAME,
  BEFORE_NAME,
  MAIL,
  MAY_SAY_SO,
  NO_NAME,
  TOPIC,
  WAYS,
  WAYS_UNLESS_TOPIC,
} from './title-patterns.ts';

/** What a title says about its meeting besides its name. */
export interface TitleStatus {
  /** Undefined if the title says nothing of the kind. */
  readonly status: 'cancelled' | 'postponed' | undefined;
  /** The title without the words that say so; the title itself if nothing would be left. */
  readonly name: string;
}

// Longer than any title; on made-up ones the patterns take more than linear time.
const MAX_LENGTH = 1_000;

/**
 * Reads what people write into a title to call its meeting off, in the languages of Kubernetes' groups.
 * `isName` tells whether other events of the calendar go by a name.
 */
export function titleStatus(
  title: string,
  isName: (name: string) => boolean = () => false,
): TitleStatus {
  if (title.length > MAX_LENGTH) return { status: undefined, name: title };
  const text = title.normalize('NFC').replace(/\s+/gu, ' ');
  if (!MAY_SAY_SO.test(text)) return { status: undefined, name: title };
  for (const one of [BEFORE_NAME, AFTER_NAME]) {
    const { marker: word = '', name = '' } = one.exec(text)?.groups ?? {};
    if (name !== '' && isName(name)) return { status: statusOf(word), name };
  }
  const patterns = TOPIC.test(text) ? WAYS : [...WAYS, ...WAYS_UNLESS_TOPIC];
  for (const one of patterns) {
    const found = one.exec(text);
    if (!found) continue;
    const { marker, end = '', name = nameIn(text, found) } = found.groups ?? {};
    return { status: statusOf(marker ?? end), name };
  }
  return { status: undefined, name: title };
}

function statusOf(word: string): 'cancelled' | 'postponed' {
  return POSTPONED.test(word) ? 'postponed' : 'cancelled';
}

function nameIn(text: string, { index, 0: { length } }: RegExpExecArray): string {
  const rest = `${text.slice(0, index)} ${text.slice(index + length)}`;
  const name = rest
    .replace(new RegExp(`^${MAIL}`, 'iu'), '')
    .replaceAll('~~', '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:|/•·–—❌🚫⛔✖-]+|[\s:|/•·–—❌🚫⛔✖-]+$/gu, '');
  return /[\p{L}\p{N}]/u.test(name) && !NO_NAME.test(name) ? name : text;
}
