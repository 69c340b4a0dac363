import { describe, expect, it } from 'vitest';
import type { CalendarState } from '../../src/calendar/snapshot.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { at, group, meeting, readCalendar, regular, requestContext } from '../support/build.ts';

const now = at('2026-12-08T10:00');
const held = meeting('2026-12-02T09:00');
const { agendaLink: _, ...withoutNotes } = meeting('2026-12-01T10:00', {
  title: 'Autoscaling sync',
  regular: false,
});
const calendar = readCalendar([withoutNotes, held, meeting('2026-12-16T09:00')], now);

async function ask(text: string, state: CalendarState = calendar) {
  const { command, message } = await dispatch(text, requestContext(now, state));
  return { command, text: message.text, words: JSON.stringify(message.blocks) };
}

describe('a question about the past', () => {
  it.each([
    'last-meeting',
    'last meeting',
    'when did we last meet?',
    'when was the previous meeting',
  ])('%s gets the last meeting, its notes and the recordings', async (question) => {
    const { command, text, words } = await ask(question);
    expect(command).toBe('last-meeting');
    expect(text).toContain('Wed, Dec 2, 9:00 AM PST');
    expect(words).toContain(`<!date^${held.start.toSeconds()}^{ago}|`);
    expect(words).toContain(held.agendaLink);
    expect(words).toContain(group().recordings.playlist);
  });

  it('about a workstream gets its last meeting, and never another’s notes', async () => {
    const { text, words } = await ask('when did autoscaling last meet');
    expect(text).toContain('*Autoscaling sync*');
    expect(words).toContain('No notes document is linked in the calendar.');
    expect(words).not.toContain('"Notes"');
  });

  it.each([
    ['without a past meeting', readCalendar([meeting('2026-12-16T09:00')], now)],
    ['before the calendar was read', { kind: 'never read', failing: true } as const],
  ])('says what it does not know %s', async (_why, state) => {
    const { text, words } = await ask('last-meeting', state);
    expect(text).toMatch(/no past meeting/);
    expect(words).toContain(regular().agenda);
    expect(words).toContain(group().recordings.playlist);
  });
});
