import type { Logger } from 'pino';
import type { Clock } from '../../src/clock.ts';
import { problemList } from '../../src/problems.ts';
import type { Ledger, Poster } from '../../src/reminders/ports.ts';
import type { ReconcileTools } from '../../src/reminders/reconcile.ts';
import { type GroupStore, openStore } from '../../src/store/open.ts';
import { PACIFIC, silent } from './build.ts';

/** The reminder engine's tools, without jitter or waiting. */
export function engineTools(
  parts: { readonly ledger: Ledger; readonly poster: Poster; readonly clock: Clock },
  logger: Logger = silent,
) {
  return {
    ...parts,
    problems: problemList(logger),
    journal: logger,
    stopping: new AbortController().signal,
    random: () => 0,
    wait: async () => {},
    groupId: 'wg',
    zone: PACIFIC,
  } satisfies ReconcileTools;
}

/** An empty store in memory, for one group. */
export async function memoryStore(): Promise<GroupStore> {
  return (await openStore({ kind: 'sqlite', path: ':memory:' }, 'wg')).forGroup('wg');
}
