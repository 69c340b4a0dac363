import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Dropped, type Reply } from './http.ts';

/** What can go wrong with any request. `before` and `after` refer to its effect. */
export const FAULT_KINDS = [
  'rate limited',
  'server error',
  'server error after',
  'hang',
  'hang after',
  'dropped before',
  'dropped after',
  'truncated',
  'html',
  'slow',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** What spoils a request or its response. */
export type Fault =
  | FaultKind
  /** A Slack method returns this error, without effect. */
  | { readonly error: string }
  /** An HTTP status, without effect. */
  | { readonly status: number; readonly retryAfterSeconds?: number }
  /** The response has its status and headers, but no body. */
  | 'empty body'
  /** The connection breaks in the middle of the body. */
  | 'cut off'
  /** A feed ends after one of the events in its middle, as if it were complete. */
  | 'cut between events'
  /** A history's messages come without metadata, whatever was requested. */
  | 'without metadata'
  /** A history's cursor leads back to its first page, forever. */
  | 'repeating cursor';

const HTML = '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';
const SLOW_MS = 300;

/** Applies a fault to a request. `run` has the effect and returns the response. */
export async function spoil(fault: Fault, run: () => Reply, hangMs: number): Promise<Reply> {
  if (typeof fault === 'object') return refusal(fault);
  switch (fault) {
    case 'rate limited':
      return refusal({ status: 429, retryAfterSeconds: 30 });
    case 'server error':
      return refusal({ status: 500 });
    case 'server error after':
      run();
      return refusal({ status: 500 });
    case 'hang':
      return hang(hangMs);
    case 'hang after':
      run();
      return hang(hangMs);
    case 'dropped before':
      throw new Dropped();
    case 'dropped after':
      run();
      throw new Dropped();
    case 'truncated': {
      const reply = run();
      const body = textOf(reply);
      return { ...reply, body: body.slice(0, Math.floor(body.length / 2)) };
    }
    case 'empty body':
      return { ...run(), body: '' };
    case 'cut off':
      return { ...run(), cutOff: true };
    case 'cut between events':
      return cutBetweenEvents(run());
    case 'html':
      return { status: 200, body: HTML, headers: { 'content-type': 'text/html' } };
    case 'slow':
      await sleep(SLOW_MS);
      return run();
    case 'without metadata':
      return ofHistory(run(), ({ messages, ...rest }) => ({
        ...rest,
        messages: messages.map(({ metadata: _, ...message }) => message),
      }));
    case 'repeating cursor':
      return ofHistory(run(), (page) => ({
        ...page,
        has_more: true,
        response_metadata: { next_cursor: 'after:0' },
      }));
  }
}

function textOf({ body }: Reply): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function cutBetweenEvents(reply: Reply): Reply {
  const end = 'END:VEVENT\r\n';
  const events = textOf(reply).split(end);
  if (events.length < 2) return reply;
  const kept = events.slice(0, Math.floor(events.length / 2));
  return { ...reply, body: kept.map((event) => `${event}${end}`).join('') };
}

async function hang(ms: number): Promise<never> {
  await sleep(ms, undefined, { ref: false });
  throw new Dropped();
}

function refusal(fault: Exclude<Fault, string>): Reply {
  if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } };
  const { status, retryAfterSeconds } = fault;
  if (retryAfterSeconds === undefined) return { status, body: `Status ${status}` };
  const headers = { 'retry-after': String(retryAfterSeconds) };
  return { status, body: { ok: false, error: 'ratelimited' }, headers };
}

const historyPage = z.looseObject({ messages: z.array(z.looseObject({})) });

/** Changes a history page; any other response stays as it is. */
function ofHistory(
  reply: Reply,
  change: (page: z.infer<typeof historyPage>) => Record<string, unknown>,
): Reply {
  const page = historyPage.safeParse(reply.body);
  return page.success ? { ...reply, body: change(page.data) } : reply;
}
