import type { Entry } from './entry.ts';
import type { Question } from './read.ts';

// A document doesn't help someone who asks for a person or a time.
const OTHER = { trust: 0.6, trustByName: 0.5, preference: 0.4 };
const RIGHT = { trust: 1.15, preference: 1.15, stepsPreference: 1.3 };
// People who want steps, or the times of one meeting, say so.
const UNASKED_PREFERENCE = 0.6;
const NO_STEPS_PREFERENCE = 0.85;
const BY_NAME_PREFERENCE = 1.4;

/** How likely the entry's kind of answer is what was asked for; 1 is neutral. */
export function trustInKind(
  entry: Entry<unknown>,
  question: Question,
  explainsAll: boolean,
): number {
  if (isAskedKind(entry, question)) return explainsAll ? RIGHT.trust : 1;
  if (!isOtherKind(entry, question)) return 1;
  return entry.byName ? OTHER.trustByName : OTHER.trust;
}

/** How much likelier the entry is meant than others that match as well; 1 is neutral. */
export function preferenceOfKind(entry: Entry<unknown>, question: Question): number {
  const { tells, byName } = entry;
  const asksForSteps = question.after.has('procedure');
  if (asksForSteps && tells.includes('procedure')) return RIGHT.stepsPreference;
  const name = byName ? BY_NAME_PREFERENCE : 1;
  if (isAskedKind(entry, question)) return RIGHT.preference * name;
  if (isOtherKind(entry, question)) return OTHER.preference;
  const particular = tells.length > 0 && !tells.includes('link') && !tells.includes('person');
  if (particular) return UNASKED_PREFERENCE * name;
  return (asksForSteps ? NO_STEPS_PREFERENCE : 1) * name;
}

function isAskedKind({ tells }: Entry<unknown>, { after }: Question): boolean {
  return tells.some((kind) => after.has(kind));
}

function isOtherKind(entry: Entry<unknown>, question: Question): boolean {
  const { after } = question;
  return (after.has('person') || after.has('time')) && !isAskedKind(entry, question);
}
