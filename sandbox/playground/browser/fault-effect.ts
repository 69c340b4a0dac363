import type { DurationLike } from 'luxon';
import type { Fault, FaultRule } from '../../faults.ts';
import type { GoogleRequest } from '../../google/server.ts';
import type { SocketFault } from '../../slack/socket-mode.ts';

/** What a switch does while it is on. */
export type FaultEffect =
  /** Of all of Google, or of some of its services. */
  | { readonly google: Fault; readonly of?: readonly GoogleRequest[] }
  | { readonly youTubeUnits: number }
  | { readonly slack: readonly FaultRule[] }
  | { readonly socket: SocketFault | 'refused' }
  | { readonly clock: DurationLike };

export function ofMessages(kind: Fault): FaultEffect {
  return { slack: ['chat.postMessage', 'chat.update'].map((on) => ({ on, kind })) };
}

export function ofHistory(kind: Fault): FaultEffect {
  return { slack: [{ on: 'conversations.history', kind }] };
}
