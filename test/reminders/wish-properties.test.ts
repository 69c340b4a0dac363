import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeLeadTimes } from '../../src/reminders/lead-time-words.ts';
import { sortLeadTimes } from '../../src/reminders/lead-times.ts';
import { MAX_LEAD_TIMES, readWish } from '../../src/reminders/wish.ts';
import { group } from '../support/build.ts';
import { phrases, WISH_TITLES } from './wish-phrases.ts';

const own = group();
const facts = { group: own, titles: WISH_TITLES };
const FORTNIGHT = 14 * 24 * 60;

const tuned = phrases('tuning.yaml');
const opting = tuned.filter(({ wish }) => wish.startsWith('on')).map(({ say }) => say);
const refusing = tuned.filter(({ wish }) => wish === 'off').map(({ say }) => say);
const leadTimes = fc
  .uniqueArray(fc.integer({ min: 1, max: FORTNIGHT }), { minLength: 1, maxLength: MAX_LEAD_TIMES })
  .map(sortLeadTimes);
const words = [...opting, ...refusing].flatMap((phrase) => phrase.split(' '));
const wordSalad = fc
  .array(fc.constantFrom(...words), { maxLength: 12 })
  .map((all) => all.join(' '));
const anything = fc.oneof(wordSalad, fc.string({ unit: 'grapheme', maxLength: 300 }));
const title = fc.oneof(wordSalad, fc.string({ unit: 'binary', maxLength: 60 }));

it('whatever is typed, what would be stored is within the limits', () => {
  fc.assert(
    fc.property(anything, fc.array(title, { maxLength: 3 }), (text, titles) => {
      const wish = readWish(text, { group: own, titles });
      if (wish.kind !== 'on') return;
      expect(wish.about.length).toBeGreaterThan(0);
      expect(wish.leadTimes).toEqual(sortLeadTimes(wish.leadTimes));
      expect(wish.leadTimes.length).toBeLessThanOrEqual(MAX_LEAD_TIMES);
      expect(
        wish.leadTimes.every((one) => Number.isInteger(one) && one >= 1 && one <= FORTNIGHT),
      ).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

it('a refusal next to a request never turns reminders on, whatever the calendar says', () => {
  const either = fc.constantFrom(
    (refusal: string, request: string) => `${refusal}. ${request}`,
    (refusal: string, request: string) => `${request}, ${refusal}`,
    (refusal: string, request: string) => `${request}. ${refusal}`,
    (refusal: string, request: string) => `${refusal}\n${request}`,
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...refusing.filter((refusal) => !/\?|^no$/iu.test(refusal))),
      fc.constantFrom(...opting),
      either,
      fc.array(title, { maxLength: 3 }),
      (refusal, request, join, titles) => {
        const wish = readWish(join(refusal, request), { group: own, titles });
        expect(wish.kind).not.toBe('on');
      },
    ),
    { numRuns: 1000 },
  );
});

it('no calendar title hides a refusal', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...refusing),
      fc.array(title, { maxLength: 3 }),
      (refusal, titles) => {
        const hostile = [...titles, refusal, `${refusal} meeting`];
        expect(readWish(refusal, { group: own, titles: hostile }).kind).toBe('off');
      },
    ),
    { numRuns: 500 },
  );
});

it('case, spaces and politeness change nothing', () => {
  const dressed = fc.constantFrom(
    (phrase: string) => phrase.toUpperCase(),
    (phrase: string) => `  ${phrase.replaceAll(' ', '\u00a0')}  `,
    (phrase: string) => `${phrase}!!`,
    (phrase: string) => `hi, ${phrase}`,
    (phrase: string) =>
      phrase.replace(/[0-9]/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  );
  const known = tuned.filter(
    ({ wish, say }) =>
      /^o/u.test(wish) && !/unknown/u.test(wish) && !/&amp;|^"?no\b|\u00a0/u.test(say),
  );
  fc.assert(
    fc.property(fc.constantFrom(...known), dressed, ({ say }, dress) => {
      expect(readWish(dress(say), facts)).toEqual(readWish(say, facts));
    }),
    { numRuns: 1500 },
  );
});

it('a description of lead times can only be read in one way', () => {
  fc.assert(
    fc.property(leadTimes, (minutes) => {
      const said = `remind me ${describeLeadTimes(minutes)}`;
      expect(readWish(said, facts)).toEqual({
        kind: 'on',
        leadTimes: minutes,
        about: [{ kind: 'everything' }],
      });
    }),
  );
});
