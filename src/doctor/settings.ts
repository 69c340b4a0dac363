import type { UsableSettings } from '../config/usable-settings.ts';
import { SetupError } from '../errors.ts';
import type { Finding } from '../findings.ts';
import { loadGroups } from '../group/load.ts';
import type { PlacedGroup } from '../group/placement.ts';
import { type Checked, skipped } from './check.ts';

export function settingsFindings({ problems }: UsableSettings): Finding[] {
  const about = 'Settings';
  if (problems.length === 0) return [{ kind: 'fine', about, says: 'all are well-formed' }];
  return problems.map((says) => ({ kind: 'fatal', about, says }));
}

/** Loads the group files, and the file that says which channel is whose. */
export async function checkGroups({
  values,
  wrong,
  problems,
}: UsableSettings): Promise<Checked<readonly PlacedGroup[]>> {
  const about = 'Group file';
  const unusable = ['GROUPS', 'DEPLOYMENT_FILE'].find((name) => wrong.has(name));
  if (unusable !== undefined) return skipped(about, `a right ${unusable}`);
  try {
    const value = await loadGroups({
      groups: values.GROUPS ?? [],
      deploymentFile: values.DEPLOYMENT_FILE,
      channel: values.SLACK_CHANNEL_ID,
      organizersChannel: values.ORGANIZERS_CHANNEL,
      alertChannel: values.ALERT_CHANNEL,
    });
    return { findings: [{ kind: 'fine', about, says: loaded(value, values.GROUPS) }], value };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const untold = error.problems.filter((says) => !isAboutOneOf(problems, says));
    if (untold.length === 0) return skipped(about, 'a channel');
    return { findings: untold.map((says) => ({ kind: 'fatal', about, says })) };
  }
}

/** Whether the settings' own problems say it already: both begin with the name of the setting. */
function isAboutOneOf(problems: readonly string[], says: string): boolean {
  const [name] = says.split(' ', 1);
  return problems.some((problem) => problem.startsWith(`${name} `));
}

function loaded(groups: readonly PlacedGroup[], paths: readonly string[] | undefined): string {
  const from = paths?.join(', ') ?? 'the one that comes with the bot';
  return `${from}: ${groups.map(({ group }) => group.name).join(', ')}`;
}
