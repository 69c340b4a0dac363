import type { webApi } from '@slack/bolt';
import { channelFinding, type NamedChannel } from '../checks/channels.ts';
import { channelsToCheck } from '../checks/channels-to-check.ts';
import { clockFinding } from '../checks/clock.ts';
import { scopeFindings } from '../checks/scopes.ts';
import type { Clock } from '../clock.ts';
import { slackMode } from '../config/config.ts';
import type { UsableSettings } from '../config/usable-settings.ts';
import { type Finding, findingLine } from '../findings.ts';
import type { PlacedGroup } from '../group/placement.ts';
import { silentLogger } from '../logger.ts';
import { appClient, type SlackSettings, singleTryClient } from '../slack/client.ts';
import { membershipIn } from '../slack/membership.ts';
import { fetchWithTime } from '../slack/slack-time.ts';
import { connectionFailure, startProblem } from '../slack/start-problems.ts';
import { type Checked, check, skipped } from './check.ts';

const TOKEN = 'SLACK_BOT_TOKEN';

interface Account {
  readonly client: webApi.WebClient;
  /** Undefined where Slack does not list them. */
  readonly scopes: readonly string[] | undefined;
}

/** Everything about Slack: the tokens, the scopes, the channels and the time. */
export async function checkSlack(
  settings: UsableSettings,
  groups: readonly PlacedGroup[] | undefined,
  clock: Clock,
): Promise<Finding[]> {
  const [account, receiving] = await Promise.all([
    check(TOKEN, () => checkBotToken(settings, clock)),
    check('SLACK_APP_TOKEN', () => checkReceiving(settings)),
  ]);
  const channels = await check('SLACK_CHANNEL_ID', () =>
    checkChannels(settings, groups, account.value),
  );
  const findings = [...account.findings, ...receiving.findings, ...channels.findings];
  // A Slack that is out of reach is out of reach for both tokens.
  return [...new Map(findings.map((finding) => [findingLine(finding), finding])).values()];
}

async function checkBotToken({ values }: UsableSettings, clock: Clock): Promise<Checked<Account>> {
  const { SLACK_BOT_TOKEN: botToken, SLACK_API_URL: apiUrl } = values;
  if (botToken === undefined) {
    const rest = ['Scopes', 'Clock'].flatMap((about) => skipped(about, 'a bot token').findings);
    return { findings: [...skipped(TOKEN, 'a well-formed token').findings, ...rest] };
  }
  let skewMs: number | undefined;
  const timed = fetchWithTime((ms) => {
    skewMs = ms;
  }, clock);
  const client = singleTryClient({ botToken, apiUrl }, silentLogger, timed);
  try {
    const { team, url, user, response_metadata } = await client.auth.test();
    const scopes = response_metadata?.scopes;
    const says = `Slack knows the bot as ${user ?? 'itself'} in ${team ?? url ?? 'its workspace'}`;
    const token: Finding = { kind: 'fine', about: TOKEN, says };
    return {
      findings: [token, ...scopeFindings(scopes), ...clockFindings(skewMs)],
      value: { client, scopes },
    };
  } catch (error) {
    const token = startProblem(connectionFailure(error, TOKEN), TOKEN, apiUrl);
    const scopes = skipped('Scopes', 'a bot token that Slack accepts').findings;
    return { findings: [token, ...scopes, ...clockFindings(skewMs)] };
  }
}

function clockFindings(skewMs: number | undefined): readonly Finding[] {
  return skewMs === undefined
    ? skipped('Clock', 'an answer of Slack').findings
    : [clockFinding(skewMs)];
}

async function checkReceiving({ values, wrong }: UsableSettings): Promise<Checked<never>> {
  const isWrong = wrong.has('SLACK_APP_TOKEN') || wrong.has('SLACK_SIGNING_SECRET');
  if (isWrong || values.PORT === undefined) {
    return skipped('How Slack reaches the bot', 'an app-level token or a signing secret');
  }
  const mode = slackMode({ ...values, PORT: values.PORT });
  switch (mode.kind) {
    case 'socket':
      return { findings: [await appTokenFinding(mode, values.SLACK_API_URL)] };
    case 'http':
      return { findings: [signingSecretFinding(mode)] };
  }
}

async function appTokenFinding(
  { appToken }: Extract<SlackSettings['mode'], { kind: 'socket' }>,
  apiUrl: string | undefined,
): Promise<Finding> {
  const about = 'SLACK_APP_TOKEN';
  try {
    // Only asks for the address of a WebSocket: nothing is connected.
    await appClient(appToken, apiUrl, silentLogger).apps.connections.open({});
    return { kind: 'fine', about, says: 'Slack offers a connection through Socket Mode' };
  } catch (error) {
    return startProblem(connectionFailure(error, about), about, apiUrl);
  }
}

function signingSecretFinding({
  signingSecret,
  port,
}: Extract<SlackSettings['mode'], { kind: 'http' }>): Finding {
  const about = 'SLACK_SIGNING_SECRET';
  if (/^[0-9a-f]{32}$/.test(signingSecret)) {
    const says = `it looks right, which only a request from Slack can prove; the bot will listen on port ${port}`;
    return { kind: 'fine', about, says };
  }
  return {
    kind: 'warning',
    about,
    says: 'it does not look like one: Slack’s have 32 digits and letters from a to f',
    wayOut: 'Copy it again from Basic Information of the app.',
  };
}

async function checkChannels(
  { values }: UsableSettings,
  groups: readonly PlacedGroup[] | undefined,
  account: Account | undefined,
): Promise<Checked<never>> {
  const channels = groups ? channelsOf(groups, values) : channelsSet(values);
  if (channels.length === 0) return skipped('SLACK_CHANNEL_ID', 'a well-formed ID');
  if (!account) {
    return {
      findings: channels.flatMap(
        ({ setting }) => skipped(setting, 'a bot token that Slack accepts').findings,
      ),
    };
  }
  const { client, scopes } = account;
  const findings = channels.map(async (channel) =>
    channelFinding(channel, await membershipIn(client, channel.id), scopes),
  );
  return { findings: await Promise.all(findings) };
}

function channelsOf(
  groups: readonly PlacedGroup[],
  values: UsableSettings['values'],
): NamedChannel[] {
  const settings = {
    channel: values.SLACK_CHANNEL_ID,
    organizersChannel: values.ORGANIZERS_CHANNEL,
    alertChannel: values.ALERT_CHANNEL,
  };
  return channelsToCheck(groups, settings).flatMap(({ channels }) => channels);
}

/** The channels that the settings name, where the group files can't be read. */
function channelsSet(values: UsableSettings['values']): NamedChannel[] {
  const settings = ['SLACK_CHANNEL_ID', 'ORGANIZERS_CHANNEL', 'ALERT_CHANNEL'] as const;
  return settings.flatMap((setting) => {
    const id = values[setting];
    return id === undefined ? [] : [{ setting, id }];
  });
}
