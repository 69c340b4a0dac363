import { expect, it } from 'vitest';
import { keepKnown } from '../../src/calendar/known-meetings.ts';
import { atOnce } from '../../src/concurrency/steps.ts';
import { allDay, at, meeting } from '../support/build.ts';

const calendar = () => [
  meeting('2026-12-02T09:00'),
  meeting('2026-12-16T09:00', { place: 'Room 4' }),
  allDay('2026-12-24', '2026-12-27'),
];
const known = calendar();
const kept = (read: ReturnType<typeof calendar>) => atOnce(keepKnown(read, known));

it('is the last list if nothing has changed', () => {
  expect(kept(calendar())).toBe(known);
});

it('keeps each meeting that has not changed, in the order that was read', () => {
  const [first, second, day] = calendar();
  if (!first || !second || !day) throw new Error('three meetings');
  const moved = { ...first, allDay: false as const, start: at('2026-12-02T10:00') };
  const read = [day, meeting('2026-12-30T09:00'), { ...moved, end: at('2026-12-02T11:00') }];
  const result = kept([...read, second]);
  expect(result).toEqual([...read, second]);
  expect(result[0]).toBe(known[2]);
  expect(result[3]).toBe(known[1]);
});

it.each([
  ['the zone of a start', { start: at('2026-12-02T18:00', 'Europe/Berlin') }],
  ['a fact that is gone', { joinLink: undefined }],
  ['a fact that is new', { place: 'Room 5' }],
  ['a title', { title: 'Another' }],
])('sees a change of %s', (_, change) => {
  const [first, ...rest] = calendar();
  const { joinLink, ...others } = meeting('2026-12-02T09:00');
  const changed =
    'joinLink' in change ? others : meeting('2026-12-02T09:00', change as Partial<typeof others>);
  expect(kept([changed, ...rest])).not.toBe(known);
  expect(kept([changed, ...rest])[0]).toBe(changed);
  expect(first).toEqual(known[0]);
});

it('is a new list when a meeting is gone', () => {
  expect(kept(calendar().slice(1))).toHaveLength(2);
});
