import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { apologyMessage } from '../messages/apology.ts';
import { answerPress, type Press } from './answer-press.ts';

/** Says sorry to whoever pressed a button; the cause is logged under the reference that they read. */
export async function answerFailure(
  press: Press,
  error: unknown,
  action: string,
  logger: Logger,
): Promise<void> {
  const requestId = randomBytes(4).toString('hex');
  logger.error({ err: error, action, requestId }, 'press of a button failed');
  try {
    await answerPress(press, apologyMessage(requestId));
  } catch (unsaid) {
    logger.error({ err: unsaid, requestId }, 'press of a button not answered');
  }
}
