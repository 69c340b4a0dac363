import { createHash } from 'node:crypto';
import type { Message } from '../messages/message.ts';

/** Two messages that say the same have the same fingerprint, which doesn't reveal what they say. */
export function fingerprintOf({ text, blocks }: Message): string {
  return createHash('sha256').update(JSON.stringify({ text, blocks })).digest('hex').slice(0, 32);
}
