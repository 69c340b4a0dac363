/** The three kinds of things that Slack tells an app. */
export type DeliveryKind = 'slash_commands' | 'events_api' | 'interactive';

/** The outcome of a delivery to the app. */
export type Delivery =
  /** In time, with the acknowledgement's payload. */
  | { readonly kind: 'acknowledged'; readonly payload: unknown; readonly afterMs: number }
  | { readonly kind: 'too late' }
  | { readonly kind: 'no connection' }
  /** HTTP mode: the app refused the request. */
  | { readonly kind: 'refused'; readonly status: number };

/** The connection to the app: Socket Mode or HTTP. */
export interface Transport {
  deliver(kind: DeliveryKind, payload: Readonly<Record<string, unknown>>): Promise<Delivery>;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction/#acknowledgment_response */
export const ACKNOWLEDGE_WITHIN_MS = 3000;
