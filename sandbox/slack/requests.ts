import type { IncomingMessage } from 'node:http';
import type { Handler, Reply } from '../http.ts';
import { parseJson } from '../json.ts';
import type { Traffic } from '../traffic.ts';
import type { Manifest } from './manifest.ts';
import { type ApiResult, refuse, type WebApiContext } from './methods/method.ts';
import type { ResponseUrls } from './response-urls.ts';
import { METHODS } from './web-api.ts';

export const TOKENS = {
  bot: 'xoxb-sandbox-bot-token',
  app: 'xapp-sandbox-app-token',
  signingSecret: 'sandbox-signing-secret',
} as const;

/** One Web API call as received, or a use of a `response_url`, under that name. */
export interface ApiCall {
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Sits between a call and its method: may answer instead, or spoil the response. */
export type SlackFault = (call: ApiCall, run: () => Reply) => Reply | Promise<Reply>;

interface AnsweringTools {
  readonly context: WebApiContext;
  readonly responseUrls: ResponseUrls;
  readonly traffic: Traffic;
  readonly calls: ApiCall[];
  readonly fault: SlackFault | undefined;
}

/** Answers the Web API and the `response_url`s. */
export function answering({
  context,
  responseUrls,
  traffic,
  calls,
  fault = (_, run) => run(),
}: AnsweringTools): Handler {
  return (request, url, body) => {
    if (url.pathname.startsWith('/response/')) {
      const use = () => responseUrls.use(url.pathname, body);
      const faulty = () => fault({ method: 'response_url', params: {} }, use);
      return traffic.request('response_url', 'response_url', parseJson(body), faulty);
    }
    const call = { method: url.pathname.replace(/^\/api\//, ''), params: form(body) };
    calls.push(call);
    const run = () => replyOf(callMethod(call, bearer(request), context), context.manifest);
    return traffic.request('Web API', call.method, call.params, () => fault(call, run));
  };
}

/** Slack always answers 200, except for rate limits. */
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
  const found = METHODS.get(method);
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
