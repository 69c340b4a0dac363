import { describe, expect, it } from 'vitest';
import type { Meeting, TimedMeeting } from '../../src/calendar/meeting.ts';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import type { CommandContext } from '../../src/commands/command.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import type { Block, Message } from '../../src/messages/message.ts';
import type { PostedMessage } from '../../src/reminders/post.ts';
import {
  allDay,
  at,
  meeting,
  noReminders,
  readCalendar,
  requestContext,
} from '../support/build.ts';

async function ask(
  text: string,
  now: string,
  meetings: readonly Meeting[],
  changes: Partial<CommandContext> = {},
): Promise<Message> {
  const calendar = readCalendar(meetings, at(now));
  return (await dispatch(text, requestContext(at(now), calendar, changes))).message;
}

function kinds({ blocks }: Message): string[] {
  return blocks.map(({ type }) => type);
}

function labels({ blocks }: Message): string[] {
  return blocks.flatMap((block: Block) =>
    block.type === 'actions'
      ? block.elements.flatMap((element) => (element.type === 'button' ? element.text.text : []))
      : [],
  );
}

function words({ blocks }: Message): string {
  return JSON.stringify(blocks);
}

const token = (moment: string) => `<!date^${at(moment).toSeconds()}^`;
function postedOf(told: TimedMeeting): PostedMessage {
  const details = detailsOf({ ...told, status: 'confirmed' });
  return {
    kind: 'reminder',
    leadMinutes: 1440,
    key: 'key',
    meetingId: told.id,
    destination: { kind: 'channel', channelId: 'C1' },
    channel: 'C1',
    ts: '1.000001',
    postedAt: told.start.minus({ days: 1 }),
    asOf: told.start.minus({ days: 1 }),
    original: details,
    editUnsettled: false,
    shown: details,
  };
}

const first = meeting('2026-12-02T09:00');
const second = meeting('2026-12-16T09:00');

describe('the answer on a phone', () => {
  it('is the title, a line with both times, four buttons and a grey line', async () => {
    const message = await ask('next-meeting', '2026-12-01T09:00', [first, second]);
    expect(kinds(message)).toEqual(['header', 'section', 'actions', 'context']);
    expect(labels(message)).toEqual(['Join', 'Agenda', 'Add to calendar', 'Remind me']);
    expect(message.blocks[1]).toMatchObject({
      text: {
        text: `${token('2026-12-02T09:00')}{date_long} at {time}|Wed, Dec 2, 9:00 AM PST> to ${token('2026-12-02T10:00')}{time}|10:00 AM PST> (Wed, 9:00 AM in Los Angeles)`,
      },
    });
    expect(words(message)).toContain(`${token('2026-12-02T09:00')}{ago}|`);
  });

  it('is the meeting in progress, then one line for the next', async () => {
    const message = await ask('next-meeting', '2026-12-02T09:20', [first, second]);
    expect(kinds(message)).toEqual(['header', 'section', 'actions', 'section', 'context']);
    expect(labels(message)).toEqual(['Join', 'Agenda']);
    expect(message.blocks[1]).toMatchObject({
      text: { text: expect.stringMatching(/^\*Began <!date\^\d+\^\{ago\}/) },
    });
    expect(message.blocks[3]).toMatchObject({
      text: { text: expect.stringMatching(/^\*After that:\* [^\n]*$/) },
    });
    expect(words(message)).toContain(token('2026-12-16T09:00'));
  });
});

describe('what is said about the time before the next meeting', () => {
  it.each([
    ['an off week', '2026-12-08T10:00'],
    ['Monday morning in Asia, which is Sunday for the group', '2026-12-06T18:00'],
    ['the hours after the last one', '2026-12-02T11:00'],
  ])('names a date in %s', async (_, now) => {
    const said = words(await ask('next-meeting', now, [first, second]));
    expect(said).not.toMatch(/week\b/);
    expect(said).toContain(
      `Nothing is scheduled before ${token('2026-12-16T09:00')}{date_long}|Wednesday, December 16>.`,
    );
  });

  it('does not claim that nothing is scheduled if an all-day entry is', async () => {
    const entry = allDay('2026-12-09', '2026-12-11');
    const said = words(await ask('next-meeting', '2026-12-08T10:00', [first, entry, second]));
    expect(said).toContain('*All day:* *KubeCon*, Wednesday, December 9 to Thursday, December 10');
    expect(said).toMatch(/All day.*Nothing else is scheduled before/);
  });

  it('goes from a cancelled meeting straight to the one that takes place', async () => {
    const cancelled = { ...first, seriesId: 's', status: 'cancelled' as const };
    const entry = allDay('2026-12-09', '2026-12-11');
    const message = await ask('next-meeting', '2026-12-01T10:00', [cancelled, entry, second]);
    expect(message.blocks[0]).toMatchObject({
      text: { text: expect.stringMatching(/^\*All day:\*.*\n\*Cancelled:\*.*\nThe next one/) },
    });
    expect(message.blocks[1]?.type).toBe('header');
  });
});

describe('a crowd', () => {
  const hour = (start: string, title: string) =>
    meeting(start, { id: title, title, regular: false });
  const talks = [9, 10, 11, 12, 13, 14].map((at) =>
    hour(`2026-12-02T${String(at).padStart(2, '0')}:00`, `Talk ${at}`),
  );
  const summit = { ...hour('2026-12-02T08:00', 'Summit'), end: at('2026-12-03T18:00') };

  it('of talks at a summit does not hide the regular meeting, and the summit has a line', async () => {
    for (const now of ['2026-12-01T09:00', '2026-12-02T08:30']) {
      const message = await ask('next-meeting', now, [summit, ...talks, first]);
      const headers = message.blocks.filter(({ type }) => type === 'header');
      expect(JSON.stringify(headers)).toContain('"WG Serving Weekly Meeting"');
      expect(JSON.stringify(headers)).not.toContain('Summit');
      expect(words(message)).toMatch(/\*Alongside:\* \*Summit\*, <!date[^\n"]*Join>/);
      expect(message.text).toContain('*Summit*');
    }
  });

  it('of simultaneous meetings is cut off, says how many are left out and how to see them', async () => {
    const ties = ['a', 'b', 'c', 'd', 'e'].map((title) => hour('2026-12-02T09:00', title));
    const message = await ask('next-meeting', '2026-12-01T09:00', [...ties, first]);
    const headers = message.blocks.filter(({ type }) => type === 'header');
    expect(headers).toHaveLength(3);
    expect(JSON.stringify(headers)).toContain('WG Serving Weekly Meeting');
    expect(words(message)).toContain('… and 3 more: `/wg-serving upcoming`');
  });
});

describe('how to take part', () => {
  it.each([
    ['registration', 'Register'],
    ['chat', 'Open chat'],
    ['stream', 'Watch'],
    ['link', 'Join'],
  ] as const)('by a link that is a %s is called %s', async (linkKind, label) => {
    const message = await ask('next-meeting', '2026-12-01T09:00', [{ ...first, linkKind }]);
    expect(labels(message)).toContain(label);
    expect(words(message).includes("a site that I don't know")).toBe(linkKind === 'link');
  });

  it('names the place', async () => {
    const there = { ...first, place: 'Hall 3, KubeCon' };
    expect(words(await ask('next-meeting', '2026-12-01T09:00', [there]))).toContain(
      'Place: Hall 3, KubeCon',
    );
  });
});

describe('a single event that was deleted', () => {
  const draft = meeting('2026-12-01T12:00', {
    title: 'Draft',
    status: 'cancelled',
    deleted: true,
    regular: false,
  });

  it('is not a cancelled meeting', async () => {
    for (const text of ['next-meeting', 'upcoming']) {
      expect(words(await ask(text, '2026-12-01T10:00', [draft, first]))).not.toContain('Draft');
    }
  });

  it('is one if it was announced in the channel', async () => {
    const reminders = { ...noReminders, posted: async () => [postedOf(draft)] };
    const said = words(
      await ask('next-meeting', '2026-12-01T10:00', [draft, first], { reminders }),
    );
    expect(said).toContain('*Cancelled:* *Draft*');
  });
});

describe('a name', () => {
  const topics = allDay('2027-01-01', '2027-01-02', 'Topics for the next quarter: last day');

  it('that only an all-day entry has is answered with that, and with what comes next', async () => {
    const message = await ask('next-meeting topics', '2026-12-01T09:00', [first, topics]);
    expect(message.text).toContain('has no meeting of the name *topics* ahead, only this all-day');
    expect(words(message)).toContain(
      '• *Topics for the next quarter: last day*, Friday, January 1',
    );
    expect(labels(message)).toContain('Join');
    expect(words(message)).not.toContain('No other meeting');
  });

  it('is the only one that is said to have no other meeting', async () => {
    const sync = meeting('2026-12-01T09:30', { title: 'Autoscaling sync', regular: false });
    const said = words(await ask('next-meeting autoscaling', '2026-12-01T10:00', [sync, first]));
    expect(said).toContain('No other meeting of the name *autoscaling* is on the calendar.');
    expect(said).not.toContain('No other meeting is on the calendar.');
  });
});
