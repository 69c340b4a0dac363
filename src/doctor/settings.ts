import type { UsableSettings } from '../config/usable-settings.ts';
import { SetupError } from '../errors.ts';
import type { Finding } from '../findings.ts';
import { loadGroup } from '../group/load.ts';
import type { Group } from '../group/schema.ts';
import type { Checked } from './check.ts';

export function settingsFindings({ problems }: UsableSettings): Finding[] {
  const about = 'Settings';
  if (problems.length === 0) return [{ kind: 'fine', about, says: 'all are well-formed' }];
  return problems.map((says) => ({ kind: 'fatal', about, says }));
}

export async function checkGroup(path: string | undefined): Promise<Checked<Group>> {
  const about = 'Group file';
  try {
    const value = await loadGroup(path);
    const says = `${path ?? 'the one that comes with the bot'}: ${value.name}`;
    return { findings: [{ kind: 'fine', about, says }], value };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { findings: error.problems.map((says) => ({ kind: 'fatal', about, says })) };
  }
}
