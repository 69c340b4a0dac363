import type { DateTime } from 'luxon';
import { databaseFinding } from '../checks/database.ts';
import type { Clock } from '../clock.ts';
import { limited } from '../concurrency/limited.ts';
import { storeLocation } from '../config/config.ts';
import type { Variables } from '../config/settings-problems.ts';
import { type UsableSettings, usableSettings } from '../config/usable-settings.ts';
import type { Finding } from '../findings.ts';
import type { PlacedGroup } from '../group/placement.ts';
import { inspectStore } from '../store/inspect.ts';
import { checkCalendar, checkReminders } from './calendar.ts';
import { type Checked, check, skipped } from './check.ts';
import { checkGroups, settingsFindings } from './settings.ts';
import { checkSlack } from './slack.ts';

// Each holds a calendar and asks Google.
const GROUPS_AT_ONCE = 4;

/**
 * Checks everything that the bot depends on, and makes every check that can be made, whatever the others
 * find. Posts nothing and writes nothing.
 */
export async function examine(env: Variables, clock: Clock): Promise<Finding[]> {
  const settings = usableSettings(env);
  const now = clock.now();
  const { DATABASE_URL: databaseUrl } = settings.values;
  const groups = await check('Group file', () => checkGroups(settings));
  const [database, slack, meetings] = await Promise.all([
    check('DATABASE_URL', () => checkDatabase(databaseUrl)),
    checkSlack(settings, groups.value, clock),
    checkMeetings(settings, groups.value ?? [undefined], now),
  ]);
  const first = [...settingsFindings(settings), ...groups.findings, ...database.findings];
  return [...first, ...slack, ...meetings];
}

/** The calendar and the reminders of each group, a few groups at a time. */
async function checkMeetings(
  settings: UsableSettings,
  groups: readonly (PlacedGroup | undefined)[],
  now: DateTime<true>,
): Promise<Finding[]> {
  const turn = limited(GROUPS_AT_ONCE);
  const found = groups.map((placed) => turn(() => checkGroup(settings, placed, now)));
  const isAlone = groups.length === 1;
  const named = (await Promise.all(found)).map((findings, index) => {
    const id = groups[index]?.group.id;
    return isAlone ? findings : findings.map((one) => ({ ...one, about: `${one.about} of ${id}` }));
  });
  return named.flat();
}

async function checkGroup(
  settings: UsableSettings,
  placed: PlacedGroup | undefined,
  now: DateTime<true>,
): Promise<Finding[]> {
  const calendar = await check('Calendar', () => checkCalendar(settings, placed?.group, now));
  const reminders = await check('Next reminders', () =>
    checkReminders(settings, placed, calendar.value, now),
  );
  return [...calendar.findings, ...reminders.findings];
}

async function checkDatabase(url: string | undefined): Promise<Checked<never>> {
  if (url === undefined) return skipped('DATABASE_URL', 'a well-formed address');
  return { findings: [databaseFinding(await inspectStore(storeLocation(url)))] };
}
