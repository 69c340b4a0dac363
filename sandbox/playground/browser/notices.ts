import { z } from 'zod';
import { parseJson } from '../../json.ts';
import type { Notice } from './state.ts';

const MAX_COUNT = 20;

const line = z.object({
  level: z.enum(['warn', 'error', 'fatal']),
  msg: z.string().optional(),
  reason: z.string().optional(),
  what: z.string().optional(),
  advice: z.string().optional(),
  err: z.object({ message: z.string() }).optional(),
});

/** The last warnings and errors from the bot's log, as text. `write` takes pino's lines. */
export function noticeBoard(onNotice: () => void) {
  let notices: readonly Notice[] = [];
  let count = 0;
  return {
    list: () => notices,
    write(text: string): void {
      const entry = line.safeParse(parseJson(text)).data;
      if (!entry) return;
      const { level, msg = 'something went wrong', what, reason, err, advice } = entry;
      const parts = [msg, what ?? reason ?? err?.message, advice].filter(
        (part) => part !== undefined,
      );
      count += 1;
      const severity = level === 'warn' ? 'warning' : 'error';
      notices = [...notices, { id: count, level: severity, text: parts.join(': ') } as const].slice(
        -MAX_COUNT,
      );
      onNotice();
    },
  };
}
