import { expect, it } from 'vitest';
import { createLogger } from '../src/logger.ts';

function linesOf(write: (logger: ReturnType<typeof createLogger>) => void, secrets: string[] = []) {
  const lines: string[] = [];
  write(createLogger('debug', secrets, { write: (line: string) => lines.push(line) }));
  return lines.join('');
}

it('redacts the secrets it was given, wherever they appear', () => {
  const text = linesOf(
    (logger) =>
      logger.error({ err: new Error('bad secret hunter2hunter2 given') }, 'hunter2hunter2'),
    ['hunter2hunter2'],
  );
  expect(text).not.toContain('hunter2');
  expect(text).toContain('[secret]');
});

it('redacts whatever looks like a secret', () => {
  const text = linesOf((logger) =>
    logger.warn('xoxb-12-ab xapp-1-A2 https://www.googleapis.com/x?alt=json&key=AbC_1 ya29.a0Af'),
  );
  expect(text).not.toMatch(/xoxb-12|xapp-1|AbC_1|a0Af/);
});

it('keeps the requests and responses that errors carry out of the log', () => {
  const error = Object.assign(new Error('failed', { cause: new Error('reset') }), {
    config: { headers: { authorization: 'Bearer t' } },
    data: { message: 'text of a user' },
  });
  const text = linesOf((logger) => logger.error({ err: error }, 'x'));
  expect(text).toContain('reset');
  expect(text).not.toMatch(/authorization|text of a user/);
});
