import { ACTORS, CHANNEL, ORGANIZERS, type World } from '../../world.ts';
import type { Act } from './act.ts';

type ActOf<Name extends Act['do']> = Extract<Act, { do: Name }>;

/** What someone writes: a slash command or a message. Fails with the message that Slack would show. */
export async function write({ slack }: World, act: ActOf<'write'>): Promise<void> {
  const { id } = ACTORS[act.as];
  const channel = channelOf(act.place) ?? slack.workspace.directChannel(id);
  const text = act.text.trim();
  if (text.startsWith('/')) {
    if (act.threadTs !== undefined) {
      throw new Error(`${text.split(/\s/u, 1)[0]} is not supported in threads. Sorry!`);
    }
    const result = await slack.slash(id, channel, text);
    if (!result.ok) throw new Error(result.error);
    return;
  }
  await slack.say(id, channel, text, act.threadTs);
}

export async function edit({ slack }: World, { ts, text }: ActOf<'edit'>): Promise<void> {
  const message = slack.workspace.messages().find((one) => one.ts === ts);
  if (!message) throw new Error('This message is gone.');
  await slack.edit(message, text);
}

export async function press({ slack }: World, act: ActOf<'press'>): Promise<void> {
  const message = slack.workspace.messages().find(({ ts }) => ts === act.ts);
  if (act.ts !== undefined && !message) throw new Error('This message is gone.');
  const { id } = ACTORS[act.as];
  // A modal lies over everything else.
  const place = message ?? (slack.workspace.modals.get(id) ? 'modal' : 'home');
  const { kind } = await slack.press(id, place, act.actionId, act.values);
  if (kind !== 'acknowledged') throw new Error(`The bot did not accept the button press: ${kind}.`);
}

export async function useShortcut({ slack }: World, act: ActOf<'use shortcut'>): Promise<void> {
  const message = slack.workspace.messages().find(({ ts }) => ts === act.ts);
  const { kind } = await slack.useShortcut(ACTORS[act.as].id, act.callbackId, message);
  if (kind !== 'acknowledged') throw new Error(`The bot did not accept the shortcut: ${kind}.`);
}

function channelOf(place: ActOf<'write'>['place']): string | undefined {
  switch (place) {
    case 'channel':
      return CHANNEL;
    case 'organizers':
      return ORGANIZERS;
    case 'direct':
      return undefined;
  }
}

export async function submit({ slack }: World, act: ActOf<'submit modal'>): Promise<void> {
  const { errors } = await slack.submitModal(ACTORS[act.as].id, act.entered);
  if (errors.length > 0) throw new Error(errors.join(' '));
}
