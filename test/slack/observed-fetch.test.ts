import { describe, expect, it } from 'vitest';
import { observedFetch } from '../../src/slack/observed-fetch.ts';

async function observed(
  answer: () => Promise<Response>,
  url = 'https://slack.com/api/chat.update',
) {
  const seen: string[] = [];
  const fetchFrom = observedFetch((method, outcome) => seen.push(`${method} ${outcome}`), answer);
  const response = await fetchFrom(url).catch(() => undefined);
  return { seen, body: await response?.text() };
}

describe('a call of Slack', () => {
  it.each([
    [() => Response.json({ ok: true }), 'ok'],
    [() => Response.json({ ok: false, error: 'not_in_channel' }), 'refused'],
    [() => new Response('', { status: 429 }), 'rate limited'],
    [() => new Response('', { status: 503 }), 'HTTP error'],
    [() => new Response('<html>'), 'unreadable'],
    [() => Response.json(null), 'unreadable'],
  ])('that ends with %s is seen, and its answer left whole', async (answer, outcome) => {
    const { seen, body } = await observed(async () => answer());
    expect(seen).toEqual([`chat.update ${outcome}`]);
    expect(body).toBe(await answer().text());
  });

  it('without an answer is seen, and fails as before', async () => {
    const { seen, body } = await observed(() => Promise.reject(new TypeError('fetch failed')));
    expect({ seen, body }).toEqual({ seen: ['chat.update no answer'], body: undefined });
  });

  it('to any other address has no name of its own', async () => {
    const { seen } = await observed(
      async () => Response.json({ ok: true }),
      'https://x.test/T1/B2',
    );
    expect(seen).toEqual(['other ok']);
  });
});
