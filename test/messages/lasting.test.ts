import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import type { CalendarState } from '../../src/calendar/snapshot.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { briefMessage } from '../../src/messages/brief.ts';
import type { Message } from '../../src/messages/message.ts';
import { correctedMessage } from '../../src/reminders/corrected-message.ts';
import { moveMessage, withMovedNote } from '../../src/reminders/move-message.ts';
import { reminderMessage } from '../../src/reminders/reminder-message.ts';
import { allDay, at, meeting, PACIFIC, readCalendar, requestContext } from '../support/build.ts';

// Words that are only true at the moment they are said.
const RELATIVE =
  /\b(today|tonight|tomorrow|yesterday|this week|next week|right now|happening now|soon|at the moment|in \d+ (second|minute|hour|day|week)s?|\d+ (second|minute|hour|day|week)s? (ago|left|old)|off week)\b/iu;

/** What a message says by itself, without the dates that the reader's client renders. */
function ownWords({ text, blocks }: Message): string {
  const parts: string[] = [text];
  JSON.stringify(blocks, (key, value) => {
    if (key === 'text' && typeof value === 'string') parts.push(value);
    return value;
  });
  return parts.join('\n').replace(/<!date\^\d+\^[^|]*\|[^>]*>/gu, '');
}

/** Everything that a notification shows: for dates, only the fallbacks. */
function asNotified({ text }: Message): string {
  return text.replace(/<!date\^\d+\^([^|]*)\|([^>]*)>/gu, '$2');
}

const now = at('2026-12-01T09:00');
const zone = PACIFIC;

const calendars = fc
  .record({
    hours: fc.array(fc.integer({ min: -500, max: 2000 }), { maxLength: 12 }),
    cancelled: fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 3 }),
    days: fc.integer({ min: -2, max: 30 }),
    age: fc.integer({ min: 0, max: 400 }),
    failing: fc.boolean(),
  })
  .map(({ hours, cancelled, days, age, failing }): CalendarState => {
    const timed = (offset: number, status: 'confirmed' | 'cancelled') => {
      const start = now.plus({ hours: offset });
      const end = start.plus({ hours: 1 });
      const id = `${status}${offset}`;
      return meeting('2026-12-02T09:00', { id, seriesId: 's', status, start, end });
    };
    const first = now.plus({ days }).toISODate();
    const last = now.plus({ days: days + 2 }).toISODate();
    const meetings = [
      ...hours.map((offset) => timed(offset, 'confirmed')),
      ...cancelled.map((offset) => timed(offset, 'cancelled')),
      allDay(first, last),
    ];
    return readCalendar(meetings, now.minus({ hours: age }), failing);
  });

const states: fc.Arbitrary<CalendarState> = fc.oneof(
  { weight: 8, arbitrary: calendars },
  fc.constantFrom<CalendarState>({ kind: 'never read', failing: true }, readCalendar([], now)),
);

const asked = fc.constantFrom(
  'next-meeting',
  'next-meeting autoscaling',
  'last-meeting',
  'upcoming',
  'upcoming 50',
  'status',
);

describe('nothing that a message itself says goes out of date', () => {
  it('in answers', async () => {
    await fc.assert(
      fc.asyncProperty(asked, states, async (text, calendar) => {
        const asker = { userId: 'U0MEMBER', isOrganizer: true };
        const { message } = await dispatch(text, requestContext(now, calendar, { asker }));
        expect(ownWords(message)).not.toMatch(RELATIVE);
        expect(asNotified(message)).not.toMatch(RELATIVE);
        const brief = briefMessage(message, 'https://a.example/', now.minus({ minutes: 3 }));
        expect(ownWords(brief)).not.toMatch(RELATIVE);
      }),
      { numRuns: 150 },
    );
  });

  it('in reminders, corrections and notices', () => {
    const one = meeting('2026-12-02T09:00');
    const details = detailsOf(one);
    const moved = {
      ...details,
      start: one.start.plus({ days: 1 }),
      end: one.end.plus({ days: 1 }),
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 9000 }),
        (lead, age) => {
          const at = one.start.minus({ minutes: lead });
          const reminder = reminderMessage(one, at.minus({ minutes: age }), at, zone);
          for (const message of [reminder, withMovedNote(reminder, moved.start, zone)]) {
            expect(ownWords(message)).not.toMatch(RELATIVE);
            expect(asNotified(message)).toContain('Wed, Dec 2, 9:00 AM PST');
          }
        },
      ),
    );
    const original = { kind: 'reminder', original: details } as const;
    for (const message of [
      correctedMessage(original, moved, zone),
      correctedMessage(original, { ...details, cancelled: true }, zone),
      correctedMessage({ ...original, kind: 'cancellation' }, details, zone),
      moveMessage(moved, details.start, zone),
    ]) {
      expect(ownWords(message)).not.toMatch(RELATIVE);
    }
  });
});
