import type { DateTime } from 'luxon';
import pino from 'pino';
import { commands } from '../../../src/commands/index.ts';
import { loadGroup } from '../../../src/group/load.ts';
import { createLogger } from '../../../src/logger.ts';
import { leadWords } from '../../../src/views/time.ts';
import { believableCalendar } from '../../believable-calendar.ts';
import { turnableClock } from '../../clock.ts';
import { Faults } from '../../faults.ts';
import { BOT } from '../../slack/workspace.ts';
import { type Exchange, Traffic } from '../../traffic.ts';
import { ACTORS, CHANNEL, ROLES, startWorld } from '../../world.ts';
import type { Act } from './act.ts';
import { edit, press, submit, write } from './acting.ts';
import { changedCalendar, entriesOf } from './calendar.ts';
import { completionsOf } from './completions.ts';
import { FAULT_SWITCHES } from './fault-switches.ts';
import { jump } from './jump.ts';
import { noticeBoard } from './notices.ts';
import type { Actor, PlaygroundState } from './state.ts';

const MOST_EXCHANGES = 150;

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
  const completions = completionsOf(commands);
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
        completions,
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
      case 'edit':
        return edit(world, act);
      case 'press':
        return press(world, act);
      case 'submit modal':
        return submit(world, act);
      case 'open home':
        await slack.openHome(ACTORS[act.as].id);
        return;
      case 'close modal':
        slack.workspace.closeModal(ACTORS[act.as].id);
        return;
      case 'jump':
        return jump(act.to, bot, clock, zone);
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

function actorOf(role: (typeof ROLES)[number]): Actor {
  const { id, name, zone, city } = ACTORS[role];
  return { role, id, name, zone, city, direct: `D${id.slice(1)}` };
}

function nameOf(userId: string): string {
  return Object.values(ACTORS).find(({ id }) => id === userId)?.name ?? userId;
}
