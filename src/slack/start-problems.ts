import { webApi } from '@slack/bolt';
import type { Trouble } from '../findings.ts';
import { slackAdvice } from './advice.ts';

export type TokenSetting = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/**
 * Why Slack could not be connected. `refused`: someone has to change something. `unreachable`: it
 * may work later. The reason goes on after "Slack".
 */
export interface ConnectionFailure {
  readonly kind: 'refused' | 'unreachable';
  readonly reason: string;
  readonly advice: string;
}

const NETWORK =
  'Check the network of this machine, its DNS and its proxy; https://slack-status.com lists outages.';
const LATER = 'It is tried again; https://slack-status.com lists outages.';
const PAGE = 'Something between the bot and Slack answers in its place: check network and proxy.';
const WEB_SOCKET =
  'Check that firewall and proxy let WebSockets to *.slack.com through; HTTP mode (SLACK_SIGNING_SECRET, PORT) needs none.';

// https://docs.slack.dev/reference/methods/apps.connections.open#errors
const PASSING = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'team_added_to_org',
];

const APP_TOKEN_ADVICE = new Map([
  ['missing_scope', 'It lacks the scope connections:write: generate an app-level token with it.'],
  ['not_allowed_token_type', 'It is no app-level token: generate one under Basic Information.'],
  ['token_revoked', 'It was revoked: generate a new one under Basic Information of the app.'],
  ['forbidden_team', 'Socket Mode is not allowed here: turn it on in the settings of the app.'],
]);

/** The connection by Socket Mode was not made, though Slack had given an address for it. */
export class SocketError extends Error {
  override readonly name = 'SocketError';
}

/** What a failed call or connection means. `setting` is the token that it showed. */
export function connectionFailure(error: unknown, setting: TokenSetting): ConnectionFailure {
  if (error instanceof webApi.WebAPIPlatformError) return answered(error.data.error, setting);
  if (error instanceof webApi.WebAPIRateLimitedError) {
    return unreachable(`asks to wait ${error.retryAfter} seconds`, LATER);
  }
  if (error instanceof webApi.WebAPIHTTPError) {
    const { statusCode } = error;
    return unreachable(`answers with HTTP ${statusCode}`, statusCode >= 500 ? LATER : PAGE);
  }
  if (error instanceof SocketError) return unreachable(error.message, WEB_SOCKET);
  return unreachable(networkReason(error), NETWORK);
}

/** What it is to the operator of a bot that can't start with it. */
export function startProblem(
  { kind, reason, advice }: ConnectionFailure,
  setting: TokenSetting,
  apiUrl: string | undefined,
): Trouble {
  if (kind === 'refused') return { kind: 'fatal', about: setting, says: withoutStop(advice) };
  if (apiUrl === undefined) {
    const says = `it could not be checked: Slack ${reason}`;
    return { kind: 'fatal', about: setting, says, wayOut: advice };
  }
  const says = `${new URL(apiUrl).host} ${reason}`;
  return { kind: 'fatal', about: 'SLACK_API_URL', says, wayOut: `Check the address. ${advice}` };
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function answered(name: string, setting: TokenSetting): ConnectionFailure {
  // A body that is no JSON arrives here as the name of an error.
  if (!/^[a-z_]{3,60}$/.test(name)) {
    return unreachable('answers with something that is no answer of Slack, such as a page', PAGE);
  }
  if (PASSING.includes(name)) return unreachable(`can't serve the bot now (${name})`, LATER);
  const advice = setting === 'SLACK_APP_TOKEN' ? APP_TOKEN_ADVICE.get(name) : undefined;
  return { kind: 'refused', reason: `refuses with ${name}`, advice: advice ?? slackAdvice(name) };
}

function unreachable(reason: string, advice: string): ConnectionFailure {
  return { kind: 'unreachable', reason, advice };
}

function networkReason(error: unknown): string {
  const causes = causesOf(error);
  if (causes.some(({ name }) => name === 'TimeoutError'))
    return 'gives no answer within 10 seconds';
  if (causes.some(({ message }) => message === 'unexpected redirect')) {
    return 'answers with a redirect, as http:// in place of https:// gets';
  }
  const codes = causes.flatMap((cause) => ('code' in cause ? String(cause.code) : []));
  // The client's own code says no more than that there was no answer.
  const code = codes.filter((one) => !one.startsWith('slack_')).at(-1);
  const innermost = causes.at(-1)?.message ?? String(error);
  return code === undefined ? `can't be reached (${innermost})` : codeReason(code);
}

function codeReason(code: string): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `can't be reached: its name is not found (${code})`;
    case 'ECONNREFUSED':
      return `can't be reached: nothing listens there (${code})`;
    case 'UND_ERR_CONNECT_TIMEOUT':
      return 'gives no answer within 10 seconds';
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
    case 'EPROTO':
      return `speaks no TLS there (${code}), so http:// may be meant`;
    default:
      return /CERT|SIGNATURE/.test(code)
        ? `shows a certificate that is not trusted (${code}); NODE_EXTRA_CA_CERTS names more`
        : `can't be reached (${code})`;
  }
}

/** An error, and what it came of, outermost first. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 10; cause = cause.cause) {
    causes.push(cause);
  }
  return causes;
}
