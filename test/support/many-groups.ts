import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Services } from '../../sandbox/world.ts';
import type { GroupFile } from '../../src/group/schema.ts';
import { event } from './world.ts';

/** A made-up group with a channel and a calendar. */
export interface MadeGroup {
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly calendarId: string;
  readonly title: string;
  readonly file: GroupFile;
}

const SUBJECTS =
  'Apps Architecture Auth Autoscaling Batch CLI Contribex Docs Etcd Instrumentation Network Node Release Scalability Scheduling Security Storage Testing UI Windows Lifecycle Multicluster Infra Gateway Checkpoint Devices Data Structured Naming Reliability Policy Telemetry Ordering Placement Upgrades'.split(
    ' ',
  );

/** So many groups, each with a regular meeting of its own title. */
export function madeGroups(count: number): MadeGroup[] {
  return SUBJECTS.slice(0, count).map((subject, index) => {
    const kind = index % 3 === 0 ? 'wg' : 'sig';
    const id = `${kind}-${subject.toLowerCase()}`;
    const name = `${kind.toUpperCase()} ${subject}`;
    const channel = `C0${String(index).padStart(3, '0')}${subject.toUpperCase()}`;
    const calendarId = `${id}@group.calendar.google.com`;
    const title = `${name} Regular Meeting`;
    const when = {
      every_weeks: 1,
      weekday: 'wednesday',
      time: '09:00',
      zone: 'America/Los_Angeles',
    } as const;
    const file: GroupFile = {
      id,
      name,
      calendar: { id: calendarId, page: `https://calendar.google.com/calendar/embed?src=${id}` },
      channels: [channel],
      contact: { slack_channel: `#${id}` },
      meetings: [{ title, when, duration_minutes: 60, agenda: `https://docs.example/${id}` }],
    };
    return { id, name, channel, calendarId, title, file };
  });
}

const DATES = ['2026-11-25', '2026-12-02', '2026-12-09', '2026-12-16'];

/** The group's weekly meetings as its calendar has them. */
export function weeklyOf({ title }: MadeGroup): unknown[] {
  return DATES.map((date) => event(`weekly-${date}`, `${date}T09:00`, { summary: title }));
}

/** A folder with the groups' files. */
export async function groupFolder(groups: readonly MadeGroup[]) {
  const path = await mkdtemp(join(tmpdir(), 'many-groups-'));
  for (const { id, file } of groups) await writeFile(join(path, `${id}.yaml`), stringify(file));
  return { path, remove: () => rm(path, { recursive: true }) };
}

/** Adds the groups' channels to the workspace, with everybody and the bot in them. */
export function addChannels({ slack }: Services, groups: readonly MadeGroup[]): void {
  const members = [...slack.workspace.users.keys(), 'U0WGSERVING'];
  for (const { id, channel } of groups) slack.workspace.addChannel(channel, id, members);
}
