import { describe, expect, it } from 'vitest';
import { reminderMessage } from '../../src/reminders/reminder-message.ts';
import { at, meeting, PACIFIC } from '../support/build.ts';

const one = meeting('2026-12-02T09:00');
const due = at('2026-12-02T08:50');

function reminder(changes: Partial<typeof one> = {}, readAt = due, now = due) {
  return reminderMessage({ ...one, ...changes }, readAt, now, PACIFIC);
}

describe('a reminder', () => {
  it('gives the time, and leaves how far off it is to the reader’s client', () => {
    const { text, blocks } = reminder();
    expect(text).toMatch(/^\*WG Serving Weekly Meeting\* starts <!date\^\d+\^\{date_long\} at/);
    expect(JSON.stringify(blocks)).toContain(`*<!date^${one.start.toSeconds()}^{ago}|`);
  });

  it('from a week-old copy says so first, even in the notification', () => {
    const { text, blocks } = reminder({}, due.minus({ weeks: 1 }));
    expect(text).toMatch(
      /^This may be out of date: I last read the calendar Wed, Nov 25, 8:50 AM PST\. /,
    );
    expect(blocks[0]).toMatchObject({
      type: 'section',
      text: { text: expect.stringMatching(/^\*This may be out of date\.\*/) },
    });
    expect(reminder().text).not.toContain('out of date');
  });

  it('says that its meeting is tentative', () => {
    const { text, blocks } = reminder({ status: 'tentative' });
    for (const said of [text, JSON.stringify(blocks)]) expect(said).toContain('tentative');
  });

  it('for a meeting without notes says so, and has no button for them', () => {
    const { agendaLink: _, ...bare } = one;
    for (const now of [due, due.minus({ days: 1 })]) {
      const { text, blocks } = reminderMessage({ ...bare, regular: false }, now, now, PACIFIC);
      expect(text).toContain('No notes document is linked in the calendar.');
      expect(JSON.stringify(blocks)).not.toContain('Agenda');
    }
  });
});
