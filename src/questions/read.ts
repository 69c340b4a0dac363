import type { After } from './entry.ts';
import { isOwnName, type Weight, weightOf, wordsOf } from './language.ts';

/** One word of a question, or two that belong together. */
export interface Term {
  readonly word: string;
  readonly weight: Weight;
}

/** A parsed question. */
export interface Question {
  readonly terms: readonly Term[];
  readonly after: ReadonlySet<After>;
  /** How much its form suggests that there is no answer, as a number of unexplained words. */
  readonly doubt: number;
}

// Longer texts are stories; their start says what is asked.
const MAX_WORDS = 60;

const ASKING: readonly (readonly [After, RegExp])[] = [
  [
    'time',
    /\b(when|(what|which) (times?|dates?|days?|weekdays?)|how (long|often)|how many (minutes|hours|days|weeks)|time of)\b|(?<!next |last |this )\b(time|date)$/u,
  ],
  ['person', /\b(who|whom|whose)\b/u],
  [
    'procedure',
    /\b(how (do|does|to|can|could|should|are|would)|how$|howto|steps|procedure|guide)\b/u,
  ],
  ['list', /\b(list|\d+|all|other|every|overview|coming|future|planned)\b.*\b\p{L}{3,}s\b/u],
  ['link', /\b(where|link|url)\b/u],
];

// The past, how many, how something works: the group's page and calendar only say what is.
const DOUBTS: readonly (readonly [number, RegExp])[] = [
  [0.75, /\b((what|when|who|which|why|how) (did|was|were)|what happened)\b/u],
  [0.75, /\bhow (many|much) (?!minutes|hours|days|weeks)/u],
  [1, /\bwill (?!there|it|we|you|they|this|the\b)\p{L}+ (be|come|join|attend)\b/u],
  [2, /\bhow (do|does) (?!you\b|this bot|the bot|i\b|we\b).*\bworks?\b/u],
];

const MONTH =
  /\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b/u;

const DAY_OR_HOUR = /^\d+(st|nd|rd|th|am|pm)?$/u;
const HOUR = /^\d+(am|pm|st|nd|rd|th)$/u;

/** Parses a question. `knows` says whether the answers contain a word, for correcting typos. */
export function readQuestion(text: string, knows: (word: string) => boolean): Question {
  const sentence = wordsOf(withoutDots(text))
    .slice(0, MAX_WORDS)
    .join(' ')
    // “Why don't I get it” asks how to get it.
    .replace(/\bwhy (?=(don|can|didn|do|am)\b.*\bi\b)/u, 'how to ');
  const typed = sentence.split(' ').filter((word) => word !== '');
  const after = ASKING.filter(([, pattern]) => pattern.test(sentence)).map(([kind]) => kind);
  // The number next to a month is a day, and the same list answers for every day.
  const dated =
    MONTH.test(sentence) ||
    /\b(min|mins|minutes?|hours?|hrs?|days?|weeks?|today|tomorrow)\b/u.test(sentence);
  const terms = joined(typed, knows)
    .flatMap((word) => mended(word, knows))
    .filter((word) => !(dated ? DAY_OR_HOUR : HOUR).test(word))
    .map((word) => ({ word, weight: weightOf(word) }))
    .filter(({ weight }) => weight !== 'silent');
  const says = terms.some(({ weight }) => weight !== 'light');
  return {
    terms: terms.filter(({ word }) => !says || !isOwnName(word)),
    after: new Set(after),
    doubt: doubtOf(sentence),
  };
}

function doubtOf(sentence: string): number {
  const doubts = DOUBTS.filter(([, pattern]) => pattern.test(sentence)).map(([doubt]) => doubt);
  return Math.max(0, ...doubts);
}

/** `D.R.A.` as `DRA`. */
function withoutDots(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu,
    (letters) => `${letters.replaceAll('.', '')} `,
  );
}

/** Joins neighbours that are known as one word: `auto scaling`, `multi node`. */
function joined(typed: readonly string[], knows: (word: string) => boolean): string[] {
  const found: string[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    const [word = '', next = ''] = typed.slice(at, at + 2);
    const pair = `${word}${next}`;
    const parts = [word, next].filter((part) => weightOf(part) === 'content');
    const together = parts.length === 2 && !parts.every(knows) && knows(pair);
    found.push(together ? pair : word);
    if (together) at += 1;
  }
  return found;
}

const SHORTEST_PART = 4;
const MAX_WORD_LENGTH = 30;

/** An unknown word as the known one with two letters swapped, or as the two it is made of. */
function mended(word: string, knows: (word: string) => boolean): string[] {
  const mendable = word.length >= 5 && word.length <= MAX_WORD_LENGTH;
  if (!mendable || weightOf(word) !== 'content' || knows(word)) return [word];
  const swapped = Array.from(word, (_, index) => index)
    .map(
      (index) =>
        `${word.slice(0, index)}${word[index + 1] ?? ''}${word[index]}${word.slice(index + 2)}`,
    )
    .find((candidate) => candidate.length === word.length && knows(candidate));
  if (swapped !== undefined) return [swapped];
  const parts = Array.from(word, (_, index) => index)
    .filter((index) => index >= SHORTEST_PART && index <= word.length - SHORTEST_PART)
    .map((index) => [word.slice(0, index), word.slice(index)])
    .find((pair) => pair.every((part) => knows(part)));
  return parts ?? [word];
}
