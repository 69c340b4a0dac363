import type { CallOutcome, ObserveCall } from './ports.ts';

/** A `fetch` that tells how each call of the Web API ended. */
export function observedFetch(observe: ObserveCall, fetchFrom: typeof fetch = fetch): typeof fetch {
  return async (input, init) => {
    const method = methodOf(input instanceof Request ? input.url : String(input));
    try {
      const response = await fetchFrom(input, init);
      observe(method, await outcomeOf(response));
      return response;
    } catch (error) {
      observe(method, 'no answer');
      throw error;
    }
  };
}

/** The name of the method, which the bot's own code chose; anything else is one name. */
function methodOf(url: string): string {
  return /\/api\/([a-z]+(?:\.[a-zA-Z]+)+)$/.exec(URL.parse(url)?.pathname ?? '')?.[1] ?? 'other';
}

async function outcomeOf(response: Response): Promise<CallOutcome> {
  if (response.status === 429) return 'rate limited';
  if (!response.ok) return 'HTTP error';
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof body !== 'object' || body === null || !('ok' in body)) return 'unreadable';
  return body.ok === true ? 'ok' : 'refused';
}
