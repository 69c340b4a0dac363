import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entered } from '../../src/scheduling/form.ts';
import { instantsAt, nextClockChange } from '../../src/scheduling/local-time.ts';
import { readForm } from '../../src/scheduling/read-form.ts';
import { at, group } from '../support/build.ts';

const NOW = at('2026-11-27T09:00');
const facts = group();
const FORM: Entered = {
  title: 'Gateway deep dive',
  date: '2026-12-09',
  time: '09:00',
  zone: 'America/Los_Angeles',
  length: '1 hour',
  repeats: 'once',
  notes: 'https://docs.google.com/document/d/abc/edit',
  host: 'open',
};
const read = (changes: Entered, now = NOW) => readForm({ ...FORM, ...changes }, facts, now);
const planOf = (changes: Entered, now = NOW) => {
  const result = read(changes, now);
  if (result.kind !== 'plan') throw new Error(JSON.stringify(result));
  return result.plan;
};
const errorsOf = (changes: Entered) => {
  const result = read(changes);
  return result.kind === 'errors' ? result.errors : {};
};

describe('a form', () => {
  it('becomes a plan, at the time on the asker’s own wall', () => {
    expect(planOf({ zone: 'Asia/Kolkata', time: '21:30' })).toMatchObject({
      title: 'Gateway deep dive',
      minutes: 60,
      repeats: 'once',
      notes: 'https://docs.google.com/document/d/abc/edit',
      host: { kind: 'open' },
    });
    const { start } = planOf({ zone: 'Asia/Kolkata', time: '21:30' });
    expect(start.toUTC().toISO()).toBe('2026-12-09T16:00:00.000Z');
    expect(start.zoneName).toBe('Asia/Kolkata');
  });

  it('may name a workstream alone, whose title and document are taken', () => {
    expect(planOf({ title: '', notes: '', workstream: 'Autoscaling' })).toMatchObject({
      title: 'WG Serving Autoscaling',
      notes: facts.workstreams[0]?.doc,
    });
  });

  it.each<[string, Entered, RegExp]>([
    ['title', { title: ' ' }, /title, or choose a workstream/],
    [
      'title',
      { title: `<!channel>${'x'.repeat(3000)}` },
      /at most 150 characters; this one has 3,010/,
    ],
    ['length', { length: '0' }, /from 5 minutes to 8 hours/],
    ['length', { length: '20h' }, /from 5 minutes to 8 hours/],
    ['length', { length: 'an eternity' }, /such as 45 minutes/],
    ['notes', { notes: 'https://zoom.us/j/1' }, /no document that people can write notes in/],
    ['notes', { notes: 'javascript:alert(1)' }, /no link to a document/],
    ['notes', { notes: `https://docs.google.com/document/d/${'x'.repeat(2900)}` }, /no link/],
    ['date', { date: '2026-11-26' }, /in the past/],
    ['date', { date: '2028-01-01' }, /too far ahead/],
    ['date', { date: 'tomorrow' }, /Choose a date/],
    ['time', { date: '2026-11-27', time: '08:59' }, /time is over in that zone/],
    ['time', { time: '25:00' }, /Choose a time/],
    ['time', { date: '2027-03-14', time: '02:30' }, /skip this time on that day/],
    ['zone', { zone: 'Mars/Olympus' }, /Choose a time zone/],
  ])('with a wrong %s is sent back with a sentence: %j', (input, changes, words) => {
    expect(Object.entries(errorsOf(changes))).toEqual([[input, expect.stringMatching(words)]]);
  });

  it('tells all that is wrong at once', () => {
    const errors = errorsOf({ title: '', length: '0', date: '2020-01-01', notes: 'x' });
    expect(Object.keys(errors).toSorted()).toEqual(['date', 'length', 'notes', 'title']);
  });

  it('at a time that clocks show twice asks which, and takes the one that is chosen', () => {
    const twice = { date: '2027-11-07', time: '01:30' };
    const now = at('2027-10-01T09:00');
    const asked = read(twice, now);
    expect(asked).toMatchObject({ kind: 'ask which' });
    const first = planOf({ ...twice, which: 'first' }, now).start;
    const second = planOf({ ...twice, which: 'second' }, now).start;
    expect([first.toFormat('h:mm ZZ'), second.toFormat('h:mm ZZ')]).toEqual([
      '1:30 -07:00',
      '1:30 -08:00',
    ]);
    expect(read({ ...twice, which: 'third' }, now)).toMatchObject({ kind: 'ask which' });
  });

  it.each([
    ['45', 45],
    ['45 min', 45],
    ['1h', 60],
    ['1 hour', 60],
    ['1:30', 90],
    ['1h 30m', 90],
    ['1.5 hours', 90],
    ['2 hours and 15 minutes', 135],
  ])('understands a length of %s', (length, minutes) => {
    expect(planOf({ length }).minutes).toBe(minutes);
  });

  it('never fails, whatever is entered', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom(...Object.values(FORM), undefined));
    const form = fc.record({
      title: text,
      date: text,
      time: text,
      zone: text,
      which: text,
      length: text,
      notes: text,
      host: text,
    });
    fc.assert(
      fc.property(form, (entered) => {
        const given = Object.fromEntries(
          Object.entries(entered).filter(([, v]) => v !== undefined),
        );
        expect(['plan', 'errors', 'ask which']).toContain(readForm(given, facts, NOW).kind);
      }),
    );
  });
});

describe('local times', () => {
  it.each([
    ['2027-03-14', '02:30', 'America/Los_Angeles', 0],
    ['2027-11-07', '01:30', 'America/Los_Angeles', 2],
    ['2027-03-28', '02:30', 'Europe/Berlin', 0],
    ['2027-10-31', '02:30', 'Europe/Berlin', 2],
    // Half an hour: https://en.wikipedia.org/wiki/Lord_Howe_Island
    ['2027-04-04', '01:45', 'Australia/Lord_Howe', 2],
    // Samoa left out a whole day.
    ['2011-12-30', '12:00', 'Pacific/Apia', 0],
    ['2027-06-01', '02:30', 'Asia/Kolkata', 1],
  ])('on %s at %s in %s are %i moments', (date, time, zone, count) => {
    expect(instantsAt(date, time, zone)).toHaveLength(count);
  });

  it('change next where they do, and never where they don’t', () => {
    expect(nextClockChange(NOW, 'America/Los_Angeles')?.toISODate()).toBe('2027-03-14');
    expect(nextClockChange(NOW, 'Europe/Berlin')?.toISODate()).toBe('2027-03-28');
    expect(nextClockChange(NOW, 'Asia/Kolkata')).toBeUndefined();
  });
});
