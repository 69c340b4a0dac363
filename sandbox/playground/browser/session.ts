import { DateTime } from 'luxon';
import pino from 'pino';
import { SLASH_COMMAND } from '../../../src/commands/command.ts';
import { commands } from '../../../src/commands/index.ts';
import { loadGroup } from '../../../src/group/load.ts';
import { createLogger } from '../../../src/logger.ts';
import { isTimed, stands } from '../../../src/meetings/meeting.ts';
import { upcoming } from '../../../src/meetings/schedule.ts';
import { leadWords } from '../../../src/views/time.ts';
import { believableCalendar } from '../../believable-calendar.ts';
import { turnableClock } from '../../clock.ts';
import { Faults } from '../../faults.ts';
import { BOT } from '../../slack/workspace.ts';
import { type Exchange, Traffic } from '../../traffic.ts';
import { ACTORS, CHANNEL, ROLES, startWorld, type World } from '../../world.ts';
import type { Act, Jump } from './act.ts';
import { changedCalendar, entriesOf } from './calendar.ts';
import { FAULT_SWITCHES } from './fault-switches.ts';
import { noticeBoard } from './notices.ts';
import type { Actor, PlaygroundState } from './state.ts';

const MOST_EXCHANGES = 150;
const LONGEST_JUMP = { days: 90 };
// Posts come one after another; more than these in one jump is a broken calendar.
const MOST_STEPS = 500;

/** The whole bot on a clock that can be turned, with all that the page shows and does. */
export interface Session {
  state(): Promise<PlaygroundState>;
  /** Does what the page asks. Fails with an Error whose message is for whoever asked. */
  act(act: Act): Promise<void>;
  close(): Promise<void>;
}

export interface SessionSettings {
  readonly now: DateTime<true>;
  readonly events: readonly unknown[] | undefined;
  /** Called whenever the state has changed. */
  readonly onChange: () => void;
}

/** Starts a Slack, a Google Calendar and the bot. */
export async function startSession(settings: SessionSettings): Promise<Session> {
  const { onChange } = settings;
  const clock = turnableClock(settings.now);
  const group = await loadGroup();
  const { zone } = group.regular_meeting;
  let events = settings.events ?? believableCalendar(group, clock.now());
  let exchanges: readonly Exchange[] = [];
  const traffic = new Traffic(clock, (exchange) => {
    exchanges = [...exchanges, exchange].slice(-MOST_EXCHANGES);
    onChange();
  });
  const faults = new Faults();
  const faultsOn = new Set<string>();
  const notices = noticeBoard(onChange);
  const log = pino.multistream([
    { level: 'warn', stream: notices },
    { level: 'warn', stream: pino.destination({ fd: 2, sync: true }) },
  ]);
  const world = await startWorld(
    {
      clock,
      events,
      slack: { traffic, fault: (call, run) => faults.apply(call.method, run) },
      google: { traffic, fault: (_, run) => faults.apply('calendar', run) },
    },
    createLogger('warn', [], log),
  );
  const { slack, google, bot } = world;
  slack.workspace.onChange(onChange);

  function switchFault(id: string, on: boolean): void {
    if (on) faultsOn.add(id);
    else faultsOn.delete(id);
    faults.clear();
    for (const { id: each, requests, kind } of FAULT_SWITCHES) {
      if (!faultsOn.has(each)) continue;
      for (const request of requests) {
        faults.add({ on: request, kind, count: Number.POSITIVE_INFINITY });
      }
    }
  }

  async function jump(to: Jump): Promise<void> {
    const now = clock.now();
    const target = await targetOf(to, world, now, zone);
    if (target <= now)
      throw new Error('The clock goes forward only. Start the playground anew to go back.');
    if (target > now.plus(LONGEST_JUMP)) throw new Error('A jump takes 90 days at most.');
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const [next] = (await bot.coming()).filter(({ at }) => at > clock.now() && at <= target);
      if (!next) break;
      clock.set(next.at);
      await bot.runJobs();
    }
    clock.set(target);
    await bot.runJobs();
  }

  return {
    async state() {
      const state = bot.calendar();
      const now = clock.now();
      return {
        now: now.toMillis(),
        groupZone: zone,
        channel: { id: CHANNEL, name: 'wg-serving' },
        botId: BOT.userId,
        actors: ROLES.map((role) => actorOf(role)),
        messages: slack.workspace.messages(),
        homes: Object.fromEntries(slack.workspace.homes),
        modals: Object.fromEntries(slack.workspace.modals),
        coming: (await bot.coming()).slice(0, 12).map(({ at, title, leadMinutes, recipient }) => ({
          at: at.toMillis(),
          title,
          lead: leadWords(leadMinutes),
          to: recipient === undefined ? '#wg-serving' : `@${nameOf(recipient)}`,
        })),
        calendar: entriesOf(events, now, zone),
        calendarReadAt: state.kind === 'read' ? state.readAt.toMillis() : undefined,
        faults: FAULT_SWITCHES.map(({ id, service, label, hint }) => ({
          id,
          service,
          label,
          hint,
          on: faultsOn.has(id),
        })),
        traffic: exchanges,
        notices: notices.list(),
        completions: COMPLETIONS,
      };
    },

    async act(act) {
      await perform(act);
      onChange();
    },

    close: () => world.close(),
  };

  async function perform(act: Act): Promise<void> {
    switch (act.do) {
      case 'write':
        return write(world, act);
      case 'edit': {
        const message = slack.workspace.messages().find(({ ts }) => ts === act.ts);
        if (!message) throw new Error('This message is gone.');
        await slack.edit(message, act.text);
        return;
      }
      case 'press':
        return press(world, act);
      case 'open home':
        await slack.openHome(ACTORS[act.as].id);
        return;
      case 'close modal':
        slack.workspace.closeModal(ACTORS[act.as].id);
        return;
      case 'submit modal': {
        const { errors } = await slack.submitModal(ACTORS[act.as].id, act.entered);
        if (errors.length > 0) throw new Error(errors.join(' '));
        return;
      }
      case 'jump':
        return jump(act.to);
      case 'read calendar':
        return bot.runJobs();
      case 'change calendar':
        events = changedCalendar(events, act.change, clock.now(), zone);
        google.setEvents(events);
        return;
      case 'switch fault':
        return switchFault(act.id, act.on);
    }
  }
}

const COMPLETIONS = commands.map(({ name, usage, summary }) => ({
  text: [SLASH_COMMAND, name, usage].filter((part) => part !== '').join(' '),
  hint: summary,
}));

function actorOf(role: (typeof ROLES)[number]): Actor {
  const { id, name, zone, city } = ACTORS[role];
  return { role, id, name, zone, city, direct: `D${id.slice(1)}` };
}

function nameOf(userId: string): string {
  return Object.values(ACTORS).find(({ id }) => id === userId)?.name ?? userId;
}

async function write({ slack }: World, act: Extract<Act, { do: 'write' }>): Promise<void> {
  const { id } = ACTORS[act.as];
  const channel = act.place === 'channel' ? CHANNEL : slack.workspace.directChannel(id);
  const text = act.text.trim();
  if (text.startsWith('/')) {
    const result = await slack.slash(id, channel, text);
    if (!result.ok) throw new Error(result.error);
    return;
  }
  await slack.say(id, channel, text, act.threadTs);
}

async function press({ slack }: World, act: Extract<Act, { do: 'press' }>): Promise<void> {
  const message = slack.workspace.messages().find(({ ts }) => ts === act.ts);
  if (act.ts !== undefined && !message) throw new Error('This message is gone.');
  const { kind } = await slack.press(
    ACTORS[act.as].id,
    message ?? 'home',
    act.actionId,
    act.values,
  );
  if (kind !== 'acknowledged') throw new Error(`The bot did not take the press: ${kind}.`);
}

async function targetOf(
  to: Jump,
  { bot }: World,
  now: DateTime<true>,
  zone: string,
): Promise<DateTime<true>> {
  if (to.kind === 'minutes') return now.plus({ minutes: to.minutes });
  if (to.kind === 'moment') return validMoment(to.at);
  if (to.kind === 'next post') {
    const [next] = (await bot.coming()).filter(({ at }) => at > now);
    if (!next) throw new Error('No post is ahead: the calendar has no meeting to remind of.');
    return next.at;
  }
  const calendar = bot.calendar();
  const meetings = calendar.kind === 'read' ? upcoming(calendar.meetings, now, zone) : [];
  const moments = meetings
    .filter(isTimed)
    .filter(stands)
    .map(({ start, end }) => (to.kind === 'meeting start' ? start : end));
  const next = moments.find((moment) => moment > now);
  if (!next) throw new Error('The bot knows of no meeting ahead.');
  return next;
}

function validMoment(at: number): DateTime<true> {
  const moment = DateTime.fromMillis(at);
  if (!moment.isValid) throw new Error('This is no moment.');
  return moment;
}
