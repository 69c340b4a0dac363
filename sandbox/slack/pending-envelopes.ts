import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../json.ts';
import { ACKNOWLEDGE_WITHIN_MS, type Delivery, type DeliveryKind } from './transport.ts';

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown() });

/** Sent envelopes, each waiting for its acknowledgement. */
export class PendingEnvelopes {
  readonly #waiting = new Map<string, (payload: unknown) => void>();

  /** Passes an envelope to `send`, and waits for its acknowledgement as long as Slack does. */
  deliver(
    kind: DeliveryKind,
    payload: Readonly<Record<string, unknown>>,
    send: (envelope: string) => void,
  ): Promise<Delivery> {
    const envelope_id = randomUUID();
    const accepts_response_payload = kind !== 'events_api';
    const sentAt = performance.now();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(envelope_id);
        resolve({ kind: 'too late' });
      }, ACKNOWLEDGE_WITHIN_MS);
      this.#waiting.set(envelope_id, (answer) => {
        clearTimeout(timer);
        this.#waiting.delete(envelope_id);
        resolve({ kind: 'acknowledged', payload: answer, afterMs: performance.now() - sentAt });
      });
      send(JSON.stringify({ envelope_id, type: kind, accepts_response_payload, payload }));
    });
  }

  /** Handles what the app has sent. */
  acknowledge(text: string): void {
    const parsed = acknowledgement.safeParse(parseJson(text));
    if (parsed.success) this.#waiting.get(parsed.data.envelope_id)?.(parsed.data.payload);
  }
}
