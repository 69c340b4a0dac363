import { describe, expect, it } from 'vitest';
import { titleStatus } from '../../src/calendar/title-status.ts';
import { CANCELLED, POSTPONED, STANDING } from './titles.ts';

const said = [
  ['cancelled', CANCELLED],
  ['postponed', POSTPONED],
] as const;

describe.each(said)('a title that says %s', (status, byLanguage) => {
  describe.each(Object.entries(byLanguage))('in %s', (_, titles) => {
    it.each(titles.map(([title, name]) => ({ title, name })))('$title', ({ title, name }) => {
      const got = titleStatus(title);
      expect(got).toEqual({ status, name: name ?? got.name });
    });
  });
});

describe.each(Object.entries(STANDING))('a topic in %s', (_, titles) => {
  it.each(titles)('%s', (title) => {
    expect(titleStatus(title)).toEqual({ status: undefined, name: title });
  });
});
