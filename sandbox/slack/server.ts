import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../src/clock.ts';
import { type Reply, serve } from '../http.ts';
import { parseJson } from '../json.ts';
import { Traffic } from '../traffic.ts';
import { type HttpModeSettings, httpMode } from './http-mode.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type ApiResult, refuse, type WebApiContext } from './methods/method.ts';
import { type People, people } from './people.ts';
import { POSTS_A_MINUTE, PostRate } from './post-rate.ts';
import { ResponseUrls } from './response-urls.ts';
import { socketMode } from './socket-mode.ts';
import { Triggers } from './triggers.ts';
import { METHODS } from './web-api.ts';
import { Workspace } from './workspace.ts';

export const TOKENS = {
  bot: 'xoxb-sandbox-bot-token',
  app: 'xapp-sandbox-app-token',
  signingSecret: 'sandbox-signing-secret',
} as const;

/** One call of the Web API as it came in. */
export interface ApiCall {
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Stands between a call and its method: may answer in its stead, or spoil its answer. */
export type SlackFault = (call: ApiCall, run: () => Reply) => Reply | Promise<Reply>;

export interface LocalSlack extends People {
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  readonly workspace: Workspace;
  /** Calls so far, oldest first. */
  readonly calls: readonly ApiCall[];
  /** Resolves when the app has connected by Socket Mode. */
  connected(): Promise<void>;
  /** Asks the app to connect anew, as Slack does every few hours. */
  disconnect(): void;
  close(): Promise<void>;
}

export interface LocalSlackSettings {
  readonly clock: Clock;
  readonly manifest?: Manifest;
  /** Given: HTTP mode instead of Socket Mode. */
  readonly http?: HttpModeSettings;
  readonly fault?: SlackFault;
  /** How many messages the app may post in a minute; Slack's own limit unless given. */
  readonly postsAMinute?: number;
  readonly traffic?: Traffic;
}

/** A Slack workspace on this machine, with the one app that manifest.yml describes. */
export async function startLocalSlack(settings: LocalSlackSettings): Promise<LocalSlack> {
  const { clock, manifest = readManifest(), fault } = settings;
  const workspace = new Workspace(clock);
  const responseUrls = new ResponseUrls(workspace, clock);
  const triggers = new Triggers(clock);
  const postRate = new PostRate(clock, settings.postsAMinute ?? POSTS_A_MINUTE);
  const { traffic = new Traffic(clock, () => {}) } = settings;
  const calls: ApiCall[] = [];

  const server = await serve(async (request, url, body) => {
    if (url.pathname.startsWith('/response/')) {
      const use = () => responseUrls.use(url.pathname, body);
      return traffic.request('response_url', 'response_url', parseJson(body), use);
    }
    const call = { method: url.pathname.replace(/^\/api\//, ''), params: form(body) };
    calls.push(call);
    const socketUrl = () => sockets.issueUrl();
    const context = { workspace, manifest, triggers, postRate, socketUrl };
    const run = () => replyOf(callMethod(call, bearer(request), context), manifest);
    const answer = () => (fault ? fault(call, run) : run());
    return traffic.request('Web API', call.method, call.params, answer);
  });
  const sockets = socketMode(server.server, () => server.origin);
  const transport = traffic.over(settings.http ? httpMode(settings.http) : sockets);

  return {
    ...people({ workspace, manifest, transport, responseUrls, triggers, origin: server.origin }),
    apiUrl: `${server.origin}/api/`,
    workspace,
    calls,
    connected: () => sockets.connected(),
    disconnect: () => sockets.disconnect(),
    async close() {
      await sockets.close();
      await server.close();
    },
  };
}

/** Slack answers 200 whatever it says, but for limits. */
function replyOf(body: ApiResult, { oauth_config: { scopes } }: Manifest): Reply {
  if (!body.ok && body.error === 'ratelimited') {
    return { status: 429, body, headers: { 'retry-after': String(body.retry_after) } };
  }
  return { status: 200, body, headers: { 'x-oauth-scopes': scopes.bot.join(',') } };
}

function callMethod(
  { method, params }: ApiCall,
  token: string | undefined,
  context: WebApiContext,
): ApiResult {
  const found = METHODS[method];
  if (!found) return refuse('unknown_method');
  const given = token ?? params.token;
  if (given === undefined) return refuse('not_authed');
  if (given !== TOKENS.bot && given !== TOKENS.app) return refuse('invalid_auth');
  if (given !== TOKENS[found.token]) return refuse('not_allowed_token_type');
  const needed = found.scope?.(params, context);
  const provided = context.manifest.oauth_config.scopes.bot;
  if (needed !== undefined && !provided.includes(needed)) {
    return refuse('missing_scope', { needed, provided: provided.join(',') });
  }
  return found.run(params, context);
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
}

function form(body: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body));
}
