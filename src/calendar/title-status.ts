import { APART, MARKERS, POSTPONED } from './title-markers.ts';

/** What a title says about its meeting besides its name. */
export interface TitleStatus {
  /** Undefined if the title says nothing of the kind. */
  readonly status: 'cancelled' | 'postponed' | undefined;
  /** The title without the words that say so; the title itself if nothing would be left. */
  readonly name: string;
}

const OPEN = String.raw`[\[(【（{<«*_~!]{1,4}`;
const CLOSE = String.raw`[\])】）}>»*_~!]{1,4}`;
// Mail programs put these before a title, also several of them.
const MAIL = String.raw`(?:(?:re|fwd?|aw|wg|tr|rv|updated?|aktualisiert|actualizado|mis à jour|更新|转发|回复)\s*[:：]\s*)*`;
// Why, or for how long: nothing that could be the name of a meeting.
const WHY =
  '(?:for|due|because|this|today|tonight|tomorrow|until|on|in|as|and|no|per|see|please|happy|enjoy|wegen|diese|heute|por|esta|hoy|hoje|pour|cette|questa|kubecon|vacation|thanksgiving|christmas|new year|cancell?ed|holidays?|[a-z]+day|[a-z]+ (?:holidays?|break|week))(?![a-z])';
const REASON = String.raw`(?:[\s,;|/–—-]+(?:${WHY}|\d|[^ -~])[^\])】）}*:]{0,60})?`;
const SEPARATOR = String.raw`(?:\s*[:：|/!>•·…–—]+\s*|\s+-+\s*|-+\s+)`;
const EVENT = String.raw`(?:\s+(?:event(?: with note)?|meeting|call|reunião|reunión|réunion))?`;
const marker = `(?<marker>${MARKERS})${EVENT}`;
// Enough in brackets or before a colon, where nothing else could be meant.
const apart = `(?<marker>${MARKERS}|${APART})${EVENT}`;
// Some write both languages, or the reason first: “Fällt aus | cancelled”, “US holiday - no meeting”.
const FIRST = String.raw`(?:[^\])】）}|/]{1,30}(?:[|/,;:]|\s[-–—])\s*)?`;
const REST = String.raw`(?:(?:\s*[,;:|/–—]|\s+-)[^\])】）}]{0,60}|${REASON})`;

// Each pattern below needs one of these; few titles have any, and each pattern takes its time.
const ANY_MARKER = pattern(`${MARKERS}|${APART}|(?<![\\p{L}\\p{N}])no\\s`);
const IN_BRACKETS = pattern(`${OPEN}\\s*${FIRST}${apart}${REST}\\s*[.!]?\\s*${CLOSE}`);
const LEADING = pattern(`^${MAIL}[^\\p{L}\\p{N}]*${marker}${REASON}${SEPARATOR}(?=.)`);
const BEFORE_COLON = pattern(`^${MAIL}[^\\p{L}\\p{N}]*${apart}\\s*[:：]\\s*(?=.)`);
const AFTER_CROSS = pattern(`^\\s*[❌🚫⛔✖][^\\p{L}\\p{N}]*${marker}\\s+(?=.)`);
const TRAILING = pattern(`(?:\\s+[-–—]+|\\s*[|/•·…–—]+)\\s*${marker}${REASON}\\W*$`);
const WHOLE = pattern(`^${MAIL}\\W*${marker}${REASON}\\W*$`);
const SENTENCE = pattern(
  `\\s+(?:is|are|has been|was|wird|ist|est|está|foi|è)\\s+(?:now\\s+)?${marker}${REASON}\\W*$`,
);
const NOUN =
  '(?:meeting|sync|call|standup|stand-up|weekly|biweekly|office hours|session|community|triage|reunión|reunião|réunion)';
const AFTER_NOUN = pattern(`(?<=\\b${NOUN})(?:\\s*[:：]\\s*|\\s+)${marker}${REASON}\\W*$`);
const NO_SUCH = pattern(
  `^\\W*(?<marker>no)\\s+(?:[\\p{L}\\p{N}-]+\\s+){0,5}${NOUN}s?(?:\\s+(?:this|today|tomorrow|tonight|on|until|next|in|due|for)\\b.*)?\\W*$`,
);
// Shouted, it needs no separator. A title that shouts everything says nothing by it.
const SHOUTED =
  /^\W*(?<marker>CANCELL?ED|POSTPONED|SKIPPED|ABGESAGT|ANNULÉE?|CANCELAD[OA])\s+(?=.*\p{Ll})|(?<=\p{Ll}.*)[\s:]+(?<end>CANCELL?ED|POSTPONED|SKIPPED|ABGESAGT|ANNULÉE?|CANCELAD[OA])(?:\s+(?:due|for|because|until|this)\s.{1,60})?\W*$/u;
const COLON = /[:：]\s*(?<marker>Cancell?ed|Postponed|Skipped|Abgesagt|Annulée?|Cancelad[oa])\W*$/u;
// A topic that ends with such a word is a topic.
const TOPIC =
  /^\W*(?:how|what|why|when|where|which|who|handling|dealing|design|discuss|about|if|review|rfc|kep)\b/iu;

// What is left is the reason: “CANCELLED - no quorum”.
const NO_NAME = /^(?:no quorum|no agenda|no topics|due to|because|until)(?![a-z])/iu;
// Without a separator only a name that other events have can tell “Cancelled WG Serving” from “Cancelled subscriptions”.
const BEFORE_NAME = pattern(
  `^${MAIL}[^\\p{L}\\p{N}]*(?<marker>cancell?ation of|${MARKERS}|no|skip(?:ping)?)\\s+(?<name>.+?)(?:\\s+(?:this week|today|tomorrow|tonight|on\\s.*))?\\W*$`,
);
const AFTER_NAME = pattern(`^${MAIL}(?<name>.+?)\\s+${marker}${REASON}\\W*$`);

const ORDER = [IN_BRACKETS, LEADING, BEFORE_COLON, AFTER_CROSS, TRAILING, WHOLE, NO_SUCH];
const ORDER_UNLESS_TOPIC = [SHOUTED, COLON, SENTENCE, AFTER_NOUN];

/**
 * Reads what people write into a title to call its meeting off, in the languages of Kubernetes' groups.
 * `isName` tells whether other events of the calendar go by a name.
 */
export function titleStatus(
  title: string,
  isName: (name: string) => boolean = () => false,
): TitleStatus {
  const text = title.normalize('NFC');
  if (!ANY_MARKER.test(text)) return { status: undefined, name: title };
  for (const one of [BEFORE_NAME, AFTER_NAME]) {
    const { marker: word = '', name = '' } = one.exec(text)?.groups ?? {};
    if (name !== '' && isName(name)) return { status: statusOf(word), name };
  }
  const patterns = TOPIC.test(text) ? ORDER : [...ORDER, ...ORDER_UNLESS_TOPIC];
  for (const one of patterns) {
    const found = one.exec(text);
    if (!found) continue;
    const word = found.groups?.marker ?? found.groups?.end ?? '';
    return { status: statusOf(word), name: nameIn(text, found) };
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
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:|/•·–—❌🚫⛔✖-]+|[\s:|/•·–—❌🚫⛔✖-]+$/gu, '');
  return /[\p{L}\p{N}]/u.test(name) && !NO_NAME.test(name) ? name : text;
}

function pattern(source: string): RegExp {
  return new RegExp(source, 'iu');
}
