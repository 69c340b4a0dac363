import { build, isBuilt } from '../../scripts/build/build.ts';
import { BUNDLE, PROGRAM, run } from './process.ts';

/** Builds the program that the tests start, unless nothing has changed, and compiles it once for all of them. */
export async function setup(): Promise<void> {
  if (PROGRAM === BUNDLE && !isBuilt()) await build();
  await run(PROGRAM, ['--help']);
}
