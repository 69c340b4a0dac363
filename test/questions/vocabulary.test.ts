import { describe, expect, it } from 'vitest';
import { vocabularyOf } from '../../src/questions/vocabulary.ts';

const vocabulary = vocabularyOf(
  new Map([
    ['meeting', 900],
    ['recording', 400],
    ['last', 300],
    ['list', 200],
    ['lust', 2],
    ['gateway', 3],
  ]),
);

describe('a word that the examples lack', () => {
  it.each([
    ['meting', 'meeting', 'a letter is missing'],
    ['meetting', 'meeting', 'a letter too much'],
    ['meating', 'meeting', 'a wrong letter'],
    ['meeitng', 'meeting', 'two letters changed places'],
    ['lats', 'last', 'two letters changed places at the end'],
    ['lest', 'last', 'the commonest of several'],
  ])('%s is %s: %s', (typed, meant) => {
    expect(vocabulary.correct(typed)).toBe(meant);
  });

  it.each([
    ['lust', 'the examples have it'],
    ['getaway', 'what it is near to is too rare'],
    ['recrodign', 'it is too far from everything'],
    ['emeeting2', 'it is no word'],
    ['lit', 'it is too short to tell'],
    ['eeting', 'hardly anyone has the first letter wrong'],
    ['', 'it is empty'],
  ])('%s stays as it is: %s', (typed) => {
    expect(vocabulary.correct(typed)).toBe(typed);
  });
});
