import { PROGRAM, run } from './process.ts';

/** Compiles the program once, for the many processes that the tests start. */
export async function setup(): Promise<void> {
  await run(PROGRAM, ['--help']);
}
