import { describe, expect, it } from 'vitest';
import { googleError } from '../sandbox/google/server.ts';
import { dispatch } from '../src/commands/dispatch.ts';
import { parseConfig } from '../src/config/config.ts';
import {
  allDay,
  at,
  meeting,
  memoryLogger,
  readCalendar,
  regular,
  requestContext,
} from './support/build.ts';
import {
  ACTORS,
  biweekly,
  event,
  exception,
  inWorld,
  posts,
  replyOf,
  takeTurn,
  wordsOf,
} from './support/world.ts';

// Each of these is a bug that a neighbouring bot shipped; the names tell whose.

const NEVER_READ = { kind: 'never read', failing: true } as const;

async function nextMeetingAt(now: string, events: readonly unknown[]): Promise<string> {
  let words = '';
  await inWorld(now, { events }, async ({ slack }) => {
    words = wordsOf(replyOf(await takeTurn(slack, 'member', '/wg-serving next-meeting')));
  });
  return words;
}

function token(moment: string): string {
  return `<!date^${at(moment).toSeconds()}^`;
}

describe('which week it is', () => {
  it('knative/ux#176: a biweekly reminder does not come every week', async () => {
    const seen = await posts([biweekly('s', '2026-01-07T09:00')], '2026-01-01', '2026-03-01', {
      leads: '10m',
    });
    expect(seen.map(({ at: when }) => when.slice(0, 10))).toEqual([
      '2026-01-07',
      '2026-01-21',
      '2026-02-04',
      '2026-02-18',
    ]);
  });

  it('yaml2ical: the rhythm holds across ISO week 53', async () => {
    const seen = await posts([biweekly('s', '2026-12-23T09:00')], '2026-12-20', '2027-01-15', {
      leads: '10m',
    });
    expect(seen.map(({ at: when }) => when.slice(0, 10))).toEqual(['2026-12-23', '2027-01-06']);
  });

  it('kubernetes/community#3115: nobody has to guess which of the two weeks it is', async () => {
    const context = requestContext(at('2026-11-23T10:00'), NEVER_READ);
    const answer = await dispatch('next-meeting', context);
    const words = JSON.stringify(answer);
    expect(words).toContain('The page does not say which week it is');
    expect(words).toContain(token('2026-11-25T09:00'));
    expect(words).toContain(token('2026-12-02T09:00'));
  });

  it('nodejs/TSC#1073: an off week is told from a broken calendar', async () => {
    const events = [biweekly('s', '2026-12-02T09:00')];
    expect(await nextMeetingAt('2026-12-08T10:00', events)).toContain(
      `Nothing is scheduled before ${token('2026-12-16T09:00')}{date_long}|Wednesday, December 16>.`,
    );
    const stale = readCalendar([meeting('2026-12-16T09:00')], at('2026-12-08T02:00'), true);
    const context = requestContext(at('2026-12-08T10:00'), stale);
    const words = JSON.stringify(await dispatch('next-meeting', context));
    expect(words).toContain(
      `I couldn't read the group's calendar; my copy was read ${token('2026-12-08T02:00')}{ago}|`,
    );
  });
});

describe('clock changes', () => {
  it('kubernetes/community#841, create-node-meeting-artifacts#204: nine o’clock stays nine o’clock', async () => {
    const events = [biweekly('s', '2026-02-25T09:00')];
    expect(await nextMeetingAt('2026-03-06T09:00', events)).toContain(token('2026-03-11T09:00'));
    expect(await nextMeetingAt('2026-10-30T09:00', events)).toContain(token('2026-11-04T09:00'));
    expect(await nextMeetingAt('2026-10-30T09:00', events)).toContain('9:00 AM PST');
  });

  it('rust-lang/calendar#41: right in the weeks between the American and the European change', async () => {
    const berlin = event('b', '2026-03-12T17:00', { summary: 'Workstream' }, 'Europe/Berlin');
    const words = await nextMeetingAt('2026-03-11T12:00', [berlin]);
    expect(words).toContain(`<!date^${Date.UTC(2026, 2, 12, 16) / 1000}^`);
    expect(words).toContain('Thu, Mar 12, 9:00 AM PDT');
  });

  it('mattermost-plugin-google-calendar#171: the time is the reader’s, and never a bare UTC', async () => {
    const words = await nextMeetingAt('2026-12-01T09:00', [event('a', '2026-12-02T09:00')]);
    expect(words).toContain(token('2026-12-02T09:00'));
    expect(words).not.toMatch(/UTC|5:00 PM/);
  });
});

describe('changes of the calendar', () => {
  const series = biweekly('s', '2026-12-02T09:00');

  it('gelin/calendar-bot#30, llm-d: a cancelled occurrence is not announced, whatever its title', async () => {
    const cancelled = exception('s', '2026-12-16T09:00', { status: 'cancelled' });
    const seen = await posts([series, cancelled], '2026-12-01T10:00', '2026-12-31', {
      leads: '10m',
    });
    expect(seen.map(({ at: when }) => when.slice(0, 10))).toEqual(['2026-12-02', '2026-12-30']);
    const words = await nextMeetingAt('2026-12-10T09:00', [series, cancelled]);
    expect(words).toContain('*Cancelled:*');
    expect(words).toContain(token('2026-12-30T09:00'));
  });

  it('llm-d: nor is one whose title alone says so', async () => {
    const titled = event('t', '2026-12-02T09:00', {
      summary: 'CANCELED: WG Serving Weekly Meeting',
    });
    expect(await posts([titled], '2026-12-01', '2026-12-03')).toEqual([]);
  });

  it('calcom#13238, RemindMe#346: a moved occurrence is reminded of at its new time alone', async () => {
    const moved = exception('s', '2026-12-16T09:00', event('', '2026-12-17T14:00'));
    const seen = await posts([series, moved], '2026-12-10', '2026-12-24');
    expect(seen.map(({ at: when }) => when)).toEqual([
      '2026-12-16T22:00:00Z',
      '2026-12-17T21:50:00Z',
    ]);
  });

  it('w3c/calendar#22: “this and following” gives one reminder for one meeting', async () => {
    const before = biweekly('s', '2026-12-02T09:00', '20261216T165959Z');
    const after = biweekly('s_R20261216T170000', '2026-12-16T09:00');
    const left = exception('s', '2026-12-16T09:00', {
      status: 'cancelled',
      summary: after.summary,
    });
    const seen = await posts([before, left, after], '2026-12-10', '2026-12-20', { leads: '10m' });
    expect(seen).toHaveLength(1);
    expect(await nextMeetingAt('2026-12-15T09:00', [before, left, after])).not.toContain(
      'ancelled',
    );
  });

  it('w3c/calendar#31: each meeting has its own link', async () => {
    const events = [
      event('a', '2026-12-02T09:00', { location: 'https://zoom.us/j/111' }),
      event('b', '2026-12-02T09:00', { summary: 'Other', location: 'https://zoom.us/j/222' }),
    ];
    const words = await nextMeetingAt('2026-12-01T09:00', events);
    expect(words).toMatch(/open-join-next-a","url":"https:\/\/zoom\.us\/j\/111"/);
    expect(words).toMatch(/open-join-next-b","url":"https:\/\/zoom\.us\/j\/222"/);
  });

  it('openjs-foundation/standards#85: a renamed event is still announced', async () => {
    const renamed = exception(
      's',
      '2026-12-16T09:00',
      event('', '2026-12-16T09:00', { summary: 'All about DRA' }),
    );
    const seen = await posts([series, renamed], '2026-12-10', '2026-12-20', { leads: '10m' });
    expect(seen.map(({ text }) => text)).toEqual([expect.stringContaining('All about DRA')]);
  });
});

describe('what a message shows', () => {
  it('mattermost-plugin-mscalendar#439: an all-day event has no time', async () => {
    const day = event('d', '2026-12-01T00:00', {
      summary: 'KubeCon',
      start: { date: '2026-12-01' },
      end: { date: '2026-12-02' },
    });
    const words = await nextMeetingAt('2026-12-01T05:30', [day]);
    expect(words).toContain('Tuesday, December 1 (all day)');
    const withoutSource = words.replace(/From the group's calendar[^"]*/u, '');
    expect(withoutSource).not.toMatch(/\d:\d\d|<!date/);
    expect(await posts([day], '2026-11-30', '2026-12-03')).toEqual([]);
    expect(allDay('2026-12-01', '2026-12-02')).not.toHaveProperty('start');
  });

  it('gelin/calendar-bot#7, tasknotes#2193: no raw HTML, and addresses in brackets survive', async () => {
    const description = '<p>Ask <b>us</b>: <user@example.com></p>';
    const words = await nextMeetingAt('2026-12-01T09:00', [
      event('a', '2026-12-02T09:00', { summary: 'Talk', description }),
    ]);
    expect(words).toContain('Ask us: &lt;user@example.com&gt;');
    expect(words).not.toContain('<p>');
  });

  it('MeetingBar#149: a Zoom link keeps its password', async () => {
    const location = 'https://zoom.us/j/92615874244?pwd=VGhxZlJjRTNRWTZIS0dQV2MrZUJ5dz09';
    const words = await nextMeetingAt('2026-12-01T09:00', [
      event('a', '2026-12-02T09:00', { summary: 'Talk', location }),
    ]);
    expect(words).toContain(`"url":"${location}"`);
  });

  it('python-zulip-api#865: without a link there is no Join button, and it is said', async () => {
    const words = await nextMeetingAt('2026-12-01T09:00', [
      event('a', '2026-12-02T09:00', { summary: 'Talk' }),
    ]);
    expect(words).not.toContain('"Join"');
    expect(words).toContain('The calendar has no link to join it.');
  });

  it('kubernetes/community#7971: the calendar’s link counts, not the published one', async () => {
    const words = await nextMeetingAt('2026-12-01T09:00', [
      event('a', '2026-12-02T09:00', { location: 'https://zoom.us/j/777' }),
    ]);
    expect(words).toContain('https://zoom.us/j/777');
    expect(words).not.toContain(regular().join);
  });

  it('gatekeeper#4642: a late run names the moment, not the lead time that it missed', async () => {
    const moment = expect.stringContaining(`starts ${token('2026-12-02T09:00')}`);
    const seen = await posts([event('a', '2026-12-02T09:00')], '2026-12-02T08:56', '2026-12-03');
    expect(seen.map(({ text }) => text)).toEqual([moment]);
    const early = await posts(
      [event('a', '2026-12-02T09:00')],
      '2026-12-02T03:00',
      '2026-12-02T04:00',
    );
    expect(early.map(({ text }) => text)).toEqual([moment]);
    expect(JSON.stringify([seen, early])).not.toMatch(/\d (minutes|hours)/);
  });
});

describe('running it', () => {
  it('mattermost-plugin-mscalendar#168: a cron that would step over a lead does not start', () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_CHANNEL_ID: 'C1' };
    expect(() => parseConfig({ ...env, REMINDER_CRON: '*/15 * * * *' })).toThrow(/would be lost/);
  });

  it('slackapi/bolt-js#2487: a mention that is delivered several times is answered once', async () => {
    await inWorld('2026-12-01T09:00', {}, async ({ slack }) => {
      const { event: body, message } = await slack.say(
        ACTORS.member.id,
        'C0WGSERVING',
        '@wg-serving organizers',
      );
      await slack.deliver('events_api', { ...body });
      await slack.deliver('events_api', { ...body, event_id: 'EvAnother' });
      await takeTurn(slack, 'member', 'organizers');
      const replies = slack.workspace.messages().filter(({ threadTs }) => threadTs === message.ts);
      expect(replies).toHaveLength(1);
    });
  });

  it('twentyhq/twenty#24095: a 410 is no empty calendar', async () => {
    const gone = () => googleError(410, 'deleted', 'Gone');
    const { logger, lines } = memoryLogger();
    await inWorld(
      '2026-12-01T09:00',
      { google: { fault: gone } },
      async ({ slack }) => {
        const words = wordsOf(replyOf(await takeTurn(slack, 'member', '/wg-serving next-meeting')));
        expect(words).toContain("I haven't been able to read the group's calendar yet.");
      },
      logger,
    );
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: 'calendar not read',
        advice: expect.stringMatching(/calendar\.id/),
      }),
    );
  });
});
