import type { TestProject } from 'vitest/node';
import { build, isBuilt } from '../../scripts/build/build.ts';
import { lendPostgres } from './postgres.ts';
import { BUNDLE, PROGRAM, run } from './process.ts';

/** What all test files share: the program that they start, compiled once, and a PostgreSQL. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (PROGRAM === BUNDLE && !isBuilt()) await build();
  await run(PROGRAM, ['--help']);
  const postgres = await lendPostgres();
  project.provide('postgresPort', postgres.port);
  return postgres.close;
}
