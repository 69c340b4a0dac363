import { databaseFinding } from '../checks/database.ts';
import type { Clock } from '../clock.ts';
import { storeLocation } from '../config/config.ts';
import type { Variables } from '../config/settings-problems.ts';
import { usableSettings } from '../config/usable-settings.ts';
import type { Finding } from '../findings.ts';
import { inspectStore } from '../store/inspect.ts';
import { checkCalendar, checkReminders } from './calendar.ts';
import { type Checked, check, skipped } from './check.ts';
import { checkGroup, settingsFindings } from './settings.ts';
import { checkSlack } from './slack.ts';

/**
 * Checks everything that the bot depends on, and makes every check that can be made, whatever the others
 * find. Posts nothing and writes nothing.
 */
export async function examine(env: Variables, clock: Clock): Promise<Finding[]> {
  const settings = usableSettings(env);
  const now = clock.now();
  const { GROUP_FILE: groupFile, DATABASE_URL: databaseUrl } = settings.values;
  const group = settings.wrong.has('GROUP_FILE')
    ? skipped('Group file', 'a right GROUP_FILE')
    : await check('Group file', () => checkGroup(groupFile));
  const [database, slack, calendar] = await Promise.all([
    check('DATABASE_URL', () => checkDatabase(databaseUrl)),
    checkSlack(settings, clock),
    check('Calendar', () => checkCalendar(settings, group.value, now)),
  ]);
  const reminders = await check('Next reminders', () =>
    checkReminders(settings, group.value, calendar.value, now),
  );
  const first = [...settingsFindings(settings), ...group.findings, ...database.findings];
  return [...first, ...slack, ...calendar.findings, ...reminders.findings];
}

async function checkDatabase(url: string | undefined): Promise<Checked<never>> {
  if (url === undefined) return skipped('DATABASE_URL', 'a well-formed address');
  return { findings: [databaseFinding(await inspectStore(storeLocation(url)))] };
}
