import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import { SetupError } from '../errors.ts';
import { type Finding, findingLine, isTrouble } from '../findings.ts';
import type { PlacedGroup } from '../group/placement.ts';

/**
 * Logs what startup found wrong. Fails with SetupError if the bot can't start with it: unlike the rest,
 * it does not mend while the bot runs.
 */
export function heedFindings(findings: readonly Finding[], logger: Logger): void {
  const fatal = findings.filter(({ kind }) => kind === 'fatal');
  if (fatal.length > 0) throw new SetupError(fatal.map(findingLine));
  for (const { kind, about, says, wayOut } of findings.filter(isTrouble)) {
    logger[kind === 'failing' ? 'error' : 'warn']({ about, says, advice: wayOut }, 'check');
  }
}

/** What the line about the start says about settings and checks. */
export function summaryOf(
  { slack, store, google }: Config,
  groups: readonly PlacedGroup[],
  findings: readonly Finding[],
): object {
  return {
    mode: slack.mode.kind,
    ...(groups.length === 1
      ? { channel: groups[0]?.places.reminders }
      : { groups: groups.map(({ group }) => group.id) }),
    database: store.kind,
    calendar: google.access?.kind ?? 'public feed',
    troubles: findings.filter(isTrouble).length,
  };
}
