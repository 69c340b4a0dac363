import { describe, expect, it } from 'vitest';
import {
  allDayDetails,
  detailsOf,
  type MeetingDetails,
} from '../../src/calendar/meeting-details.ts';
import { correctedMessage } from '../../src/reminders/corrected-message.ts';
import { allDay, meeting, PACIFIC } from '../support/build.ts';

const one = meeting('2026-12-02T09:00');
const original = detailsOf(one);

function corrected(now: MeetingDetails, before = original) {
  const message = correctedMessage({ kind: 'reminder', original: before }, now, PACIFIC);
  return { text: message.text, words: JSON.stringify(message.blocks) };
}

describe('a reminder whose meeting has changed', () => {
  it('shows no time if it is an all-day entry, but strikes out the announced one', () => {
    const entry = allDay('2026-12-02', '2026-12-03', one.title);
    const { text, words } = corrected(allDayDetails(entry, original));
    for (const said of [text, words]) {
      expect(said).toContain('Wednesday, December 2 (all day)');
      expect(said).toMatch(/It was announced for ~<!date/);
      expect(said.replace(/~<!date[^~]*~/u, '')).not.toContain('<!date');
    }
  });

  it('says that it is tentative, and when it no longer is', () => {
    const tentative = { ...original, tentative: true };
    for (const said of Object.values(corrected(tentative))) {
      expect(said).toContain('It is marked as tentative.');
    }
    for (const said of Object.values(corrected(original, tentative))) {
      expect(said).toContain('It was announced as tentative and is now confirmed.');
      expect(said).not.toContain('is marked');
    }
  });

  it('gives the weekday and the group’s time for its new time', () => {
    const start = one.start.plus({ days: 1 });
    const { text, words } = corrected({ ...original, start, end: start.plus({ hours: 1 }) });
    expect(text).toMatch(/^Moved: .*Thu, Dec 3, 9:00 AM PST/);
    expect(words).toContain('(Thu, 9:00 AM in Los Angeles)');
  });
});
