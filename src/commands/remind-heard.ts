import { type About, readWish, type Wish, type WishFacts } from '../reminders/wish.ts';
import { refuses } from '../reminders/wish-refusal.ts';
import { plainWish } from '../reminders/wish-text.ts';
import { readTimes } from '../reminders/wish-times.ts';
import { unitMinutes } from '../reminders/wish-units.ts';
import { isFiller, isMeetingNoun, isNegation, isRefusingWord } from '../reminders/wish-words.ts';
import { words } from '../text/similarity.ts';

const ABOUT_REMINDERS =
  /\b(?:remind|ping|notif|nudg|dms?\b|dming|messag|alert|pester|bother|spam)/iu;
const BEFORE = /\b(?:before(?:hand)?|in advance|ahead|earl(?:y|ier)|prior|t-\d+)\b/iu;
/** “Next 2 weeks”, “in 3 days”, “30 min meeting” */
const OF_MEETINGS =
  /\b(?:next|last|past|coming|upcoming|following)\s+(?:\d|an?\b|few|couple|two|three|four|five|six)|\b(?:in|within)\s+(?:the\s+)?(?:\d+|an?|one|two|three|few)\s*-?(?:d|days?|w|wks?|weeks?|months?)\b|\d\s*-?(?:m|mins?|minutes?|h|hrs?|hours?)[\s-]+(?:meetings?|calls?|syncs?|sessions?|slots?)\b/iu;
/** One may cancel a meeting, but mutes what is said of it. */
const OF_MESSAGES = /\b(?:mute|unsub\w*|unfollow|off|stop|opt)\b/u;
const AROUND_A_REFUSAL = new Set(
  'i im id ill ive you youre youve u it its that got get go lost take list for about of from to but can could would will'.split(
    ' ',
  ),
);

/**
 * The wish in a text that may be about anything. A time opts in; a refusal opts out when it speaks of
 * reminders, or of nothing else: “cancel the meeting” is no wish.
 */
export function heardWish(text: string, facts: WishFacts): Wish | undefined {
  const wish = readWish(text, facts);
  switch (wish.kind) {
    case 'on':
      return isPlainlyAsked(text) ? wish : undefined;
    case 'off':
      return ABOUT_REMINDERS.test(text) || refusesAlone(text, wish.about, facts) ? wish : undefined;
    case 'unclear':
      return isAlmostWish(wish) && ABOUT_REMINDERS.test(text) ? wish : undefined;
    case 'show':
      return undefined;
  }
}

/** “Upcoming 15” and “next 2 weeks” ask for meetings, unless a word says that a reminder is wanted. */
function isPlainlyAsked(text: string): boolean {
  if (ABOUT_REMINDERS.test(text) || BEFORE.test(text)) return true;
  return !OF_MEETINGS.test(text) && !readTimes(plainWish(text)).bare;
}

function isAlmostWish({ why }: Extract<Wish, { kind: 'unclear' }>): boolean {
  return why === 'lead time out of range' || why === 'too many lead times';
}

/** Whether a clause of the text has no word but those of a refusal, and of the meetings that it names. */
function refusesAlone(text: string, about: readonly About[], facts: WishFacts): boolean {
  if (about.some(({ kind }) => kind === 'unknown')) return false;
  const names = new Set(about.flatMap((one) => wordsOfName(one, facts)));
  return plainWish(text)
    .split(/[,;.!?]|\s-+\s/u)
    .some((clause) => {
      const said = words(clause);
      // “No host” names a workstream, and refuses nothing.
      const isRefusal = names.size > 0 ? said.some(isRefusingWord) : refuses(clause);
      const isOfMessages = OF_MESSAGES.test(clause);
      return (
        isRefusal &&
        said.every(
          (word) => names.has(word) || (isMeetingNoun(word) ? isOfMessages : mayStandBeside(word)),
        )
      );
    });
}

function mayStandBeside(word: string): boolean {
  return (
    isFiller(word) ||
    isRefusingWord(word) ||
    isNegation(word) ||
    AROUND_A_REFUSAL.has(word) ||
    unitMinutes(word.replace(/^\d+/u, '') || 'm') !== undefined
  );
}

function wordsOfName(about: About, { group }: WishFacts): string[] {
  switch (about.kind) {
    case 'everything':
    case 'unknown':
      return [];
    case 'regular meeting':
      return words(group.meetings[0]?.title ?? '');
    case 'workstream': {
      const stream = group.workstreams.find(({ name }) => name === about.name);
      return [about.name, ...(stream?.aliases ?? [])].flatMap(words);
    }
    case 'title':
      return words(about.title);
  }
}
