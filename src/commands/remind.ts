import { isTimed, stands } from '../calendar/meeting.ts';
import { isNamed } from '../calendar/meeting-names.ts';
import { upcoming } from '../calendar/schedule.ts';
import { UserError } from '../errors.ts';
import { findWorkstream, meetingNames } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { type LeadTimes, leadMinutes, sortLeadTimes } from '../reminders/lead-times.ts';
import type { PersonalSubscription } from '../reminders/subscription.ts';
import { type Command, type CommandContext, SLASH_COMMAND } from './command.ts';
import { type NextReminded, personalRemindersMessage } from './remind-message.ts';

const MAX_LEAD_TIMES = 5;
const MAX_NAMES = 20;
const MAX_NAME_LENGTH = 100;

/** What someone wants of their own reminders. */
type Wish =
  | { readonly kind: 'show' }
  | { readonly kind: 'off'; readonly name: string | undefined }
  | { readonly kind: 'on'; readonly leadTimes: LeadTimes; readonly about: string | undefined }
  | { readonly kind: 'unclear' };

export const remind: Command = {
  name: 'remind',
  aliases: ['remind-me'],
  summary: 'direct messages before meetings, for you alone',
  usage: '[me 15m | me 1d and 10m for autoscaling | off]',
  details:
    'Sends you a direct message before each meeting, or before those of the name that you give, as long before as you say: minutes (m), hours (h) or days (d), up to five times. `remind off` ends them, `remind off for autoscaling` those of a name, and `remind` shows what you have set.',
  audience: 'everyone',
  personal: true,
  takes: ({ args, group }) => readWish(args, group).kind !== 'unclear' || /\d/.test(args),
  async run(context) {
    const { args, asker, group, subscriptions } = context;
    const { userId } = asker;
    const wish = readWish(args, group);
    switch (wish.kind) {
      case 'unclear':
        throw new UserError(
          `Say how long before, as in: ${SLASH_COMMAND} remind me 1d and 10m for autoscaling. From 1m to 14d, up to ${MAX_LEAD_TIMES} times.`,
        );
      case 'off':
        await turnOff(wish.name, context);
        break;
      case 'on':
        await turnOn(wish, context);
        break;
      case 'show':
        break;
    }
    const mine = await subscriptions.of(userId);
    const { zone } = group.regularMeeting;
    return personalRemindersMessage(mine, nextReminded(mine, context), zone, SLASH_COMMAND);
  },
};

/** The first meeting ahead of which these subscriptions remind. */
function nextReminded(
  mine: readonly PersonalSubscription[],
  { calendar, group, now }: CommandContext,
): NextReminded {
  if (calendar.kind !== 'read') return 'calendar not read';
  return upcoming(calendar.meetings, now, group.regularMeeting.zone)
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && meeting.start > now)
    .find(({ title }) =>
      mine.some(({ about }) => about === undefined || isNamed(title, meetingNames(group, about))),
    );
}

async function turnOn(
  { leadTimes, about }: Extract<Wish, { kind: 'on' }>,
  { asker: { userId }, subscriptions }: CommandContext,
): Promise<void> {
  const had = await subscriptions.of(userId);
  if (had.length >= MAX_NAMES && !had.some((one) => one.about === about)) {
    throw new UserError(
      `You have reminders for ${MAX_NAMES} names already: start over with remind off.`,
    );
  }
  await subscriptions.set({ userId, leadTimes, about });
}

async function turnOff(
  name: string | undefined,
  { asker: { userId }, group, subscriptions }: CommandContext,
): Promise<void> {
  if (name === undefined) await subscriptions.stop(userId);
  else await subscriptions.set({ userId, about: aboutOf(name, group), leadTimes: [] });
}

/** Reads what follows `remind`, such as `me 1d and 10m for autoscaling`. */
function readWish(args: string, group: Group): Wish {
  const text = args.replace(/^me\b\s*/iu, '').replace(/[.!?]+$/u, '');
  if (text === '') return { kind: 'show' };
  const off = /^(?:off|stop|none|never|no)(?: please)?(?:\s+(?:for|of|about)\s+(.+))?$/iu.exec(
    text,
  );
  if (off) return { kind: 'off', name: off[1] };
  const [, times = '', name] = /^(.*?)(?:\s+(?:for|of|about)\s+(.+))?$/iu.exec(text) ?? [];
  const leadTimes = readLeads(times);
  if (!leadTimes || (name?.length ?? 0) > MAX_NAME_LENGTH) return { kind: 'unclear' };
  return { kind: 'on', leadTimes, about: aboutOf(name, group) };
}

/** `1d and 10m`, `2 hours, 15 minutes before`; undefined when there is anything else in it. */
function readLeads(text: string): LeadTimes | undefined {
  const TIME = /(\d{1,5})\s*(m|mins?|minutes?|h|hrs?|hours?|d|days?)\b/giu;
  const rest = text.replace(TIME, ' ').replace(/\b(and|before|in advance|ahead)\b|[,&+]/giu, ' ');
  const found = [...text.matchAll(TIME)].map(([, count = '', unit = '']) =>
    leadMinutes(count, unit),
  );
  const minutes = found.filter((lead) => lead !== undefined);
  const all = minutes.length === found.length && rest.trim() === '';
  return all && minutes.length > 0 && minutes.length <= MAX_LEAD_TIMES
    ? sortLeadTimes(minutes)
    : undefined;
}

/** The name that is kept: a workstream's own, else what was typed; nothing for every meeting. */
function aboutOf(name: string | undefined, group: Group): string | undefined {
  if (name === undefined || /^(all|every|each|any|the|everything|meetings?|\s)+$/iu.test(name)) {
    return undefined;
  }
  return findWorkstream(group, name)?.name ?? name;
}
