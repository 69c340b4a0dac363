import { createHmac } from 'node:crypto';
import { parseJson } from '../json.ts';
import { ACKNOWLEDGE_WITHIN_MS, type DeliveryKind, type Transport } from './transport.ts';

export interface HttpModeSettings {
  /** The app's request URL. */
  readonly requestUrl: string;
  readonly signingSecret: string;
}

/** HTTP mode: each delivery is a signed request, its response the acknowledgement. */
export function httpMode({ requestUrl, signingSecret }: HttpModeSettings): Transport {
  return {
    async deliver(kind, payload) {
      const { body, contentType } = encode(kind, payload);
      const sentAt = performance.now();
      try {
        const response = await fetch(requestUrl, {
          method: 'POST',
          headers: { 'content-type': contentType, ...sign(body, signingSecret) },
          body,
          signal: AbortSignal.timeout(ACKNOWLEDGE_WITHIN_MS),
        });
        const answer = await response.text();
        if (!response.ok) return { kind: 'refused', status: response.status };
        const afterMs = performance.now() - sentAt;
        return { kind: 'acknowledged', payload: parseJson(answer) ?? answer, afterMs };
      } catch (error) {
        const late = error instanceof Error && error.name === 'TimeoutError';
        return { kind: late ? 'too late' : 'no connection' };
      }
    },
  };
}

/**
 * The headers that prove that Slack sent a body. `at` is in seconds since the Unix epoch.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack/
 */
export function sign(body: string, secret: string, at = Math.floor(Date.now() / 1000)) {
  const digest = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${digest}` };
}

/** Commands are sent as a form, interactions as a form containing JSON, events as JSON. */
function encode(kind: DeliveryKind, payload: Readonly<Record<string, unknown>>) {
  const contentType = 'application/x-www-form-urlencoded';
  switch (kind) {
    case 'events_api':
      return { body: JSON.stringify(payload), contentType: 'application/json' };
    case 'interactive':
      return {
        body: String(new URLSearchParams({ payload: JSON.stringify(payload) })),
        contentType,
      };
    case 'slash_commands': {
      const fields = Object.entries(payload).map(([name, value]) => [name, String(value)]);
      return { body: String(new URLSearchParams(Object.fromEntries(fields))), contentType };
    }
  }
}
