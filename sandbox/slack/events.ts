import { randomUUID } from 'node:crypto';
import { escapeText } from './escape.ts';
import type { Manifest } from './manifest.ts';
import type { PeopleTools } from './people.ts';
import type { Delivery } from './transport.ts';
import { APP_ID, BOT, type StoredMessage, TEAM, type Workspace } from './workspace.ts';

/** The outcome of a message that someone wrote. */
export interface Said {
  readonly message: StoredMessage;
  /** Undefined if the app is not told about the message. */
  readonly delivery: Delivery | undefined;
  /** What the app was sent, for delivering it again. */
  readonly event: Readonly<Record<string, unknown>> | undefined;
}

// https://docs.slack.dev/reference/events: the scope without which an event is not delivered.
const EVENT_SCOPES: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
};

/** Writes a message; `@wg-serving` in it mentions the bot. */
export async function say(
  tools: PeopleTools,
  userId: string,
  channelId: string,
  text: string,
  threadTs?: string,
): Promise<Said> {
  const message = tools.workspace.post({
    channel: channelId,
    user: userId,
    isBot: false,
    text: asSent(text),
    blocks: [],
    ...(threadTs !== undefined && { threadTs }),
  });
  return tell(tools, message, eventOf(message, tools.workspace));
}

/**
 * Edits a message. Slack reports a mention's edit as another `app_mention`, with `edited`, and a direct
 * message's as `message_changed`.
 */
export async function edit(tools: PeopleTools, before: StoredMessage, text: string): Promise<Said> {
  const { workspace } = tools;
  const message = { ...before, text: asSent(text), edited: true };
  workspace.update(message);
  const event = eventOf(message, workspace);
  const edited = { user: before.user, ts: workspace.nextTs() };
  if (event?.type !== 'message') return tell(tools, message, event && { ...event, edited });
  const { type, channel_type, channel, event_ts, ...inner } = event;
  return tell(tools, message, {
    type,
    subtype: 'message_changed',
    channel_type,
    channel,
    event_ts,
    ts: edited.ts,
    message: { type, ...inner, edited },
    previous_message: { type, ...inner, text: before.text },
  });
}

function asSent(text: string): string {
  return escapeText(text).replace(/@wg-serving\b/gu, `<@${BOT.userId}>`);
}

/** Sends the app an event, if it has subscribed to it. */
async function tell(
  { manifest, transport, workspace }: PeopleTools,
  message: StoredMessage,
  event: MessageEvent | undefined,
): Promise<Said> {
  if (!event || !isDelivered(manifest, event.type === 'message' ? 'message.im' : event.type)) {
    return { message, delivery: undefined, event: undefined };
  }
  const body = eventBody(event, workspace);
  return { message, event: body, delivery: await transport.deliver('events_api', body) };
}

/** Opens the bot's Home tab. */
export async function openHome(
  { workspace, manifest, transport }: PeopleTools,
  userId: string,
): Promise<Delivery | undefined> {
  if (!isDelivered(manifest, 'app_home_opened')) return undefined;
  const channel = workspace.directChannel(userId);
  const event = { type: 'app_home_opened', user: userId, tab: 'home', channel };
  return transport.deliver('events_api', eventBody(event, workspace));
}

/** Whether the app subscribed to the event and has the scope for it. */
function isDelivered({ settings, oauth_config: { scopes } }: Manifest, event: string): boolean {
  const scope = EVENT_SCOPES[event];
  const subscribed = settings.event_subscriptions.bot_events.includes(event);
  return subscribed && (scope === undefined || scopes.bot.includes(scope));
}

type MessageEvent = Readonly<Record<string, unknown>> & { readonly type: string };

/** The event that tells the app about a message: a direct message, or a mention in one of its channels. */
function eventOf(message: StoredMessage, workspace: Workspace) {
  const channel = workspace.channels.get(message.channel);
  if (!channel?.members.has(BOT.userId)) return undefined;
  const common = {
    user: message.user,
    text: message.text,
    ts: message.ts,
    event_ts: message.ts,
    channel: message.channel,
    team: TEAM.id,
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
  };
  if (channel.kind === 'direct') return { type: 'message' as const, channel_type: 'im', ...common };
  return message.text.includes(`<@${BOT.userId}>`)
    ? { type: 'app_mention' as const, ...common }
    : undefined;
}

function eventBody(event: Readonly<Record<string, unknown>>, workspace: Workspace) {
  return {
    token: 'deprecated',
    team_id: TEAM.id,
    api_app_id: APP_ID,
    type: 'event_callback',
    event_id: `Ev${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
    event_time: Math.floor(workspace.now().toSeconds()),
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM.id,
        user_id: BOT.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    event,
  };
}
