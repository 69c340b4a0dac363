import { isNamed } from '../calendar/meeting-names.ts';
import { UserError } from '../errors.ts';
import { meetingNames } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { bold, code, join, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { type LeadTimes, sortLeadTimes } from '../reminders/lead-times.ts';
import { type About, MAX_LEAD_TIMES } from '../reminders/wish.ts';
import { nearest, squash } from '../text/similarity.ts';
import type { CommandContext } from './command.ts';
import { keptName, remindable } from './reminded-meetings.ts';

const MAX_NAMES = 20;
/** How long before a meeting its button reminds. */
const BUTTON_LEAD_MINUTES = 10;

/** What is to be said of a change besides what is set now. */
export interface Changed {
  readonly note?: Mrkdwn | undefined;
}

type KnownAbout = Exclude<About, { kind: 'unknown' }>;

/** Sets the lead times for each of these, in place of those that were set for it. */
export async function turnOn(
  about: readonly KnownAbout[],
  leadTimes: LeadTimes,
  context: CommandContext,
): Promise<Changed> {
  const { asker, subscriptions } = context;
  const names = new Set(about.map((one) => keptName(one, context)));
  const had = (await subscriptions.of(asker.userId)).map((one) => one.about);
  if (new Set([...had, ...names]).size > MAX_NAMES) {
    throw new UserError(
      `You have reminders for ${had.length} names already, and ${MAX_NAMES} is the most: end some with remind off.`,
    );
  }
  for (const name of names) {
    await subscriptions.set({ userId: asker.userId, about: name, leadTimes });
  }
  return {};
}

/** Ends all reminders, or those of these meetings. */
export async function turnOff(
  about: readonly About[],
  { asker: { userId }, subscriptions, group, slashCommand, ...known }: CommandContext,
): Promise<Changed> {
  if (about.some(({ kind }) => kind === 'everything')) {
    await subscriptions.stop(userId);
    return {};
  }
  const kept = (await subscriptions.of(userId)).map((one) => one.about);
  const named = kept.filter((name) => name !== undefined);
  const notes: Mrkdwn[] = [];
  for (const one of about) {
    const name = one.kind === 'unknown' ? one.name : keptName(one, { group, ...known });
    if (name === undefined) continue;
    const refused = namesRefused(name, named, group);
    for (const each of refused) await subscriptions.set({ userId, about: each, leadTimes: [] });
    if (refused.length === 0)
      notes.push(md`You have no reminders set for ${bold(name, 100)} alone.`);
  }
  const everything = kept.includes(undefined)
    ? md`Reminders of every meeting stay on, those included. ${code(`${slashCommand} remind off`)} ends them all.`
    : undefined;
  return { note: join([...notes, everything], ' ') };
}

/** Adds a reminder of the meeting at whose button someone pressed. */
export async function addReminder(
  { meetingId, title }: { readonly meetingId: string; readonly title: string },
  context: CommandContext,
): Promise<Changed> {
  const { asker, subscriptions } = context;
  const meeting = remindable(context).find(({ id }) => id === meetingId);
  const about = keptName(titleOf(meeting ?? { title, regular: false }), context);
  if (about === undefined || squash(about) === '') {
    throw new UserError(
      'That meeting has no name that I could look for: remind me 10m covers all.',
    );
  }
  const mine = await subscriptions.of(asker.userId);
  const had = mine.find((one) => one.about === about)?.leadTimes ?? [];
  const hadForAll = mine.find((one) => one.about === undefined)?.leadTimes ?? [];
  if ([...had, ...hadForAll].includes(BUTTON_LEAD_MINUTES)) {
    return { note: md`You have that one already.` };
  }
  if (had.length >= MAX_LEAD_TIMES) {
    return {
      note: md`You have ${had.length} reminders for that meeting already, the most there can be.`,
    };
  }
  const leadTimes = sortLeadTimes([...had, BUTTON_LEAD_MINUTES]);
  await turnOn([{ kind: 'title', title: about }], leadTimes, context);
  return { note: md`Done.` };
}

function titleOf({ title, regular }: { title: string; regular: boolean }): KnownAbout {
  return regular ? { kind: 'regular meeting' } : { kind: 'title', title };
}

/** Of the names that are set, those under which a refused meeting would still be announced. */
function namesRefused(refused: string, kept: readonly string[], group: Group): string[] {
  const matching = kept.filter(
    (name) =>
      isNamed(name, meetingNames(group, refused)) || isNamed(refused, meetingNames(group, name)),
  );
  return matching.length > 0 ? matching : nearest(refused, kept).slice(0, 1);
}
