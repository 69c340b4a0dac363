import { type LeadTimes, sortLeadTimes } from './lead-times.ts';
import { readAbout, readRefused } from './wish-about.ts';
import { withoutCourtesy } from './wish-courtesy.ts';
import { type MaskedText, maskNames } from './wish-masks.ts';
import { type About, asTyped, type WishFacts } from './wish-names.ts';
import { isNegated, refuses } from './wish-refusal.ts';
import { asks, isForOthers, requestAmid, tells, wantsReminder } from './wish-request.ts';
import { plainWish, sentencesOf } from './wish-text.ts';
import { readTimes, type TimesReading } from './wish-times.ts';

export type { About, WishFacts } from './wish-names.ts';

/** Why a text is not a wish that can be stored. */
export type Unclear =
  /** It asks about reminders without requesting any. */
  | 'question'
  /** It asks for somebody else to be reminded. */
  | 'someone else'
  /** It gives no length of time before the start. */
  | 'no lead time'
  | 'lead time out of range'
  | 'too many lead times'
  | 'name too long'
  | 'not understood';

/** What someone wants for their own reminders. */
export type Wish =
  | { readonly kind: 'show' }
  | { readonly kind: 'off'; readonly about: readonly About[] }
  /** Lead times in minutes. */
  | { readonly kind: 'on'; readonly leadTimes: LeadTimes; readonly about: readonly About[] }
  | { readonly kind: 'unclear'; readonly why: Unclear };

const MIN_LEAD_TIME = 1;
const MAX_LEAD_TIME = 14 * 24 * 60;
export const MAX_LEAD_TIMES = 5;
const MAX_NAME_LENGTH = 100;
const MAX_TEXT_LENGTH = 500;

const NOT_BEFORE = /\bafter\b|\b(?:every|each) \|/;
const SHOWS =
  /^(?:please )?(?:(?:show|list|see|view|check|display|get)(?: me)?)? ?(?:all )?(?:of )?(?:my |the |current )*(?:remind|reminders?|settings?|status|list|subscriptions?|show)?[.?!]*$/;

/**
 * Parses what someone says about their own reminders, such as `15m for autoscaling` or “don't remind me anymore”. A refusal
 * wins over times; a question or a sentence about something else never turns reminders on.
 */
export function readWish(text: string, facts: WishFacts): Wish {
  const wish = readPlain(text, facts);
  if (wish.kind !== 'on' && wish.kind !== 'off') return wish;
  const about = wish.about.map((one) =>
    one.kind === 'unknown' ? { ...one, name: asTyped(one.name, text) } : one,
  );
  return about.some(isTooLong) ? unclear('name too long') : { ...wish, about };
}

function readPlain(text: string, facts: WishFacts): Wish {
  if (text.length > MAX_TEXT_LENGTH) return unclear('not understood');
  const plain = plainWish(text);
  if (!/[\p{L}\p{N}@]/u.test(plain))
    return text.trim() === '' ? { kind: 'show' } : unclear('not understood');
  if (SHOWS.test(plain)) return { kind: 'show' };
  const masked = maskNames(plain, facts);
  const sentences = sentencesOf(masked.text).filter((sentence) => !asks(sentence));
  const refusing = sentences.filter(refuses);
  const wanted = sentences.join(' ');
  if (refusing.length > 0) return readOff({ ...masked, text: refusing.join(' ') }, facts);
  if (sentences.length === 0) return unclear('question');
  if (isForOthers(wanted)) return unclear('someone else');
  if (isNegated(wanted)) return unclear('not understood');
  return readOn({ ...masked, text: wanted }, facts);
}

function readOff(masked: MaskedText, facts: WishFacts): Wish {
  const about = readRefused({ ...masked, text: readTimes(masked.text).rest }, facts);
  return { kind: 'off', about };
}

function readOn(masked: MaskedText, facts: WishFacts): Wish {
  const wish = readRequest(masked, facts);
  const request = requestAmid(masked.text);
  if (request === undefined || wish.kind !== 'unclear' || wish.why !== 'not understood')
    return wish;
  return readRequest({ ...masked, text: request }, facts);
}

function readRequest(masked: MaskedText, facts: WishFacts): Wish {
  const times = readTimes(withoutCourtesy(masked.text));
  const about = readAbout({ ...masked, text: times.rest }, facts);
  if (times.minutes.length === 0) return unclear(whyNoTime(times, about));
  if (NOT_BEFORE.test(times.rest)) return unclear('no lead time');
  if (!about || tells(times.rest)) return unclear('not understood');
  if (times.bare && !isPlausible(times, about)) return unclear('not understood');
  return turnOn(times.minutes, about);
}

/** Without a unit, a number is a time only if whole and next to something known: not in “15 apples” or “1.30”. */
function isPlausible({ minutes }: TimesReading, about: readonly About[]): boolean {
  return minutes.every(Number.isInteger) && !about.some(({ kind }) => kind === 'unknown');
}

function whyNoTime({ moment, rest }: TimesReading, about: readonly About[] = []): Unclear {
  const known = about.some(({ kind }) => kind !== 'unknown' && kind !== 'everything');
  return moment || known || wantsReminder(rest) ? 'no lead time' : 'not understood';
}

function turnOn(minutes: readonly number[], about: readonly About[]): Wish {
  if (minutes.some((one) => one < MIN_LEAD_TIME || one > MAX_LEAD_TIME)) {
    return unclear('lead time out of range');
  }
  const leadTimes = sortLeadTimes(minutes.map(Math.round));
  if (leadTimes.length > MAX_LEAD_TIMES) return unclear('too many lead times');
  return { kind: 'on', leadTimes, about };
}

function isTooLong(about: About): boolean {
  return about.kind === 'unknown' && about.name.length > MAX_NAME_LENGTH;
}

function unclear(why: Unclear): Wish {
  return { kind: 'unclear', why };
}
