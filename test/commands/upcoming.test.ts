import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import type { Message } from '../../src/messages/message.ts';
import {
  allDay,
  at,
  meeting,
  readCalendar,
  requestContext,
  shippedCalendar,
} from '../support/build.ts';

const now = at('2026-12-01T09:00');

async function list(text: string, meetings: readonly Meeting[]): Promise<Message> {
  return (await dispatch(text, requestContext(now, readCalendar(meetings, now)))).message;
}

function lines({ blocks }: Message): string[] {
  return blocks
    .flatMap((block) => (block.type === 'section' ? (block.text?.text.split('\n') ?? []) : []))
    .filter((line) => line.startsWith('• '));
}

function daily(count: number): Meeting[] {
  return Array.from({ length: count }, (_, days) => {
    const start = at('2026-12-02T09:00').plus({ days });
    return meeting('2026-12-02T09:00', { id: `m${days}`, start, end: start.plus({ hours: 1 }) });
  });
}

const cancelled = (start: string) => meeting(start, { status: 'cancelled', seriesId: 's' });

describe('the list of upcoming meetings', () => {
  it('counts meetings that take place, and shows what is cancelled or lasts all day between', async () => {
    const shown = lines(
      await list('upcoming 2', [
        cancelled('2026-12-01T10:00'),
        cancelled('2026-12-01T11:00'),
        allDay('2026-12-01', '2026-12-02'),
        meeting('2026-12-03T09:00'),
        cancelled('2026-12-04T09:00'),
        meeting('2026-12-05T09:00'),
        meeting('2026-12-06T09:00'),
      ]),
    );
    expect(shown.filter((line) => line.includes('Join'))).toHaveLength(2);
    expect(shown.filter((line) => line.includes('(cancelled)'))).not.toHaveLength(0);
    expect(shown.at(-1)).toContain('Sat, Dec 5');
  });

  it('names the weekday in each line that has a time', async () => {
    const shown = lines(await list('upcoming 5', daily(9)));
    expect(shown).toHaveLength(5);
    for (const line of shown) expect(line).toContain('{date_long} at {time}|');
  });

  it('says if more were requested than it lists, and where the rest is', async () => {
    const said = JSON.stringify(await list('upcoming 50', daily(30)));
    expect(said).toContain('I list 20 at most');
    expect(said).toContain(`${shippedCalendar().page}|calendar> has 10 more.`);
    expect(JSON.stringify(await list('upcoming 50', daily(3)))).toContain(
      'no other meetings ahead',
    );
  });

  it('says how many more are planned, and how to see them', async () => {
    const said = JSON.stringify(await list('upcoming 5', daily(9)));
    expect(said).toContain('4 more are planned: `/wg-serving upcoming 20`.');
    expect(JSON.stringify(await list('upcoming 9', daily(9)))).not.toMatch(/more|at most/);
  });

  it('has a title that is true even if nothing in it is a meeting', async () => {
    const message = await list('upcoming', [allDay('2026-12-03', '2026-12-04')]);
    expect(message.text).toMatch(/^Coming up: .*KubeCon/);
  });
});
