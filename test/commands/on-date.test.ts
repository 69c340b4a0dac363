import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { allDay, at, meeting, readCalendar, requestContext } from '../support/build.ts';

const now = at('2026-12-01T10:00');
const first = meeting('2026-12-02T09:00', { id: 's_20261202T170000Z' });
const cancelled = meeting('2026-12-16T09:00', { id: 's_20261216T170000Z', status: 'cancelled' });
const moved = meeting('2026-12-31T09:00', { id: 's_20261230T170000Z' });
const last = meeting('2027-02-17T09:00', { id: 's_20270217T170000Z' });
const calendar = [first, cancelled, moved, last, allDay('2026-12-24', '2026-12-27', 'Holidays')];

async function ask(text: string, meetings: readonly Meeting[] = calendar): Promise<string> {
  const answer = await dispatch(text, requestContext(now, readCalendar(meetings, now)));
  return answer.message.text;
}

describe('a day', () => {
  it('on which a meeting stands', async () => {
    expect(await ask('on Feb 17')).toContain('*Wednesday, February 17*: yes, one meeting.');
    expect(await ask('are we on for Feb 17')).toContain('*Wednesday, February 17*: yes');
  });

  it('of a cancelled meeting says so, and what comes after', async () => {
    const words = await ask('on the 16th');
    expect(words).toContain('*Wednesday, December 16*: no, the meeting is cancelled.');
    expect(words).toContain('*After that:* *WG Serving Weekly Meeting*');
  });

  it('from which the meeting moved says where to', async () => {
    const words = await ask('on 2026-12-30');
    expect(words).toContain('*Wednesday, December 30*: no, the meeting has moved.');
    expect(words).toContain('Thu, Dec 31');
  });

  it('without a meeting says so', async () => {
    expect(await ask('is there a meeting on dec 9')).toContain('no meeting is on the calendar');
  });

  it('after the last meeting is not taken for an off week', async () => {
    const words = await ask('on June 30');
    expect(words).toContain('no meeting is on the calendar');
    expect(words).toContain('Nothing is planned after that yet either.');
  });
});

it('a week or a holiday is looked up as a whole', async () => {
  expect(await ask('on this week')).toContain('yes, one meeting');
  expect(await ask('is there a meeting over Christmas')).toContain('no meeting is on the calendar');
});

it('nothing that names a day is a mistake', async () => {
  expect(await ask('on')).toContain('Name a day or a week');
});
