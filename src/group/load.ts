import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SetupError } from '../errors.ts';
import { readSettingFile } from '../read-setting-file.ts';
import { shippedFile } from '../shipped-files.ts';
import { squash } from '../text/similarity.ts';
import { type Deployment, parseDeployment } from './deployment.ts';
import { parseGroup } from './parse.ts';
import {
  type ChannelSettings,
  type PlacedGroup,
  placeGroups,
  placementProblems,
} from './placement.ts';
import type { Group } from './schema.ts';

/** The group file that comes with the bot. */
export const OWN_GROUP_FILE = shippedFile('groups/wg-serving.yaml');

/** Where the groups' facts are, and where the groups are. */
export interface GroupSettings extends ChannelSettings {
  /** Files and folders; the file that comes with the bot if there are none. */
  readonly groups: readonly string[];
  readonly deploymentFile: string | undefined;
}

/** Loads a group file. Fails with SetupError, which lists every problem. */
export async function loadGroup(path: string = OWN_GROUP_FILE): Promise<Group> {
  const result = parseGroup(readSettingFile('GROUPS', path));
  if (!result.ok) throw new SetupError(result.problems.map((problem) => `${path}: ${problem}`));
  return result.group;
}

/**
 * Loads all groups, and where each of them is. Fails with SetupError, which lists every problem of every
 * file: one broken file stops the start, and its name is in the problem.
 */
export async function loadGroups(settings: GroupSettings): Promise<PlacedGroup[]> {
  const given = settings.groups.flatMap((path) => filesAt(path, settings.deploymentFile));
  const paths = settings.groups.length > 0 ? given : [OWN_GROUP_FILE];
  const loaded = await Promise.allSettled(paths.map((path) => loadGroup(path)));
  const problems = loaded.flatMap((one) =>
    one.status === 'rejected' ? problemsOf(one.reason) : [],
  );
  const groups = loaded.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const deployment = loadDeployment(settings.deploymentFile);
  const placed = placeGroups(groups, deployment, settings);
  const all = [...problems, ...sameIds(groups), ...sameNames(groups)];
  if (all.length === 0) {
    const file = settings.deploymentFile ?? 'GROUPS';
    const misplaced = placementProblems(placed, deployment).map((what) => `${file}: ${what}`);
    if (misplaced.length > 0) all.push(...unsetGroups(settings));
    all.push(...misplaced, ...homeless(placed));
  }
  if (all.length > 0) throw new SetupError(all);
  return placed;
}

/** Why a deployment file may name groups that are not there. */
function unsetGroups({ groups, deploymentFile }: GroupSettings): string[] {
  if (groups.length > 0 || deploymentFile === undefined) return [];
  return [
    'GROUPS is not set. In bash, export GROUPS=… has no effect: write it into .env, or start with env GROUPS=…',
  ];
}

/** The YAML files in a folder, by name, but for the deployment file, which may be beside them; a file itself. */
function filesAt(path: string, deploymentFile: string | undefined): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const files = readdirSync(path)
    .filter((name) => /\.ya?ml$/iu.test(name))
    .toSorted()
    .map((name) => join(path, name))
    .filter((file) => deploymentFile === undefined || resolve(file) !== resolve(deploymentFile));
  if (files.length === 0)
    throw new SetupError([`GROUPS: the folder ${path} has no file that ends with .yaml`]);
  return files;
}

function loadDeployment(path: string | undefined): Deployment {
  if (path === undefined) return {};
  const parsed = parseDeployment(readSettingFile('DEPLOYMENT_FILE', path));
  if (!parsed.ok) throw new SetupError(parsed.problems.map((problem) => `${path}: ${problem}`));
  return parsed.value;
}

function problemsOf(reason: unknown): readonly string[] {
  if (reason instanceof SetupError) return reason.problems;
  throw reason;
}

function sameIds(groups: readonly Group[]): string[] {
  const ids = groups.map(({ id }) => id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) < index));
  return [...twice].map(
    (id) => `GROUPS: several files have the ID ${id}; each group needs its own`,
  );
}

/** Nobody could tell them apart in a menu. */
function sameNames(groups: readonly Group[]): string[] {
  const byName = Map.groupBy(groups, ({ name }) => squash(name));
  return [...byName.values()]
    .filter((alike) => new Set(alike.map(({ id }) => id)).size > 1)
    .map((alike) => {
      const ids = alike.map(({ id }) => id).join(' and ');
      return `GROUPS: ${ids} have the same name, ${alike[0]?.name}; each group needs its own`;
    });
}

/** The only group of an app must have a channel. */
function homeless(placed: readonly PlacedGroup[]): string[] {
  const [only, ...others] = placed;
  if (!only || others.length > 0 || only.places.channels.length > 0) return [];
  return [
    'SLACK_CHANNEL_ID is missing; set it to the ID of the channel for reminders, such as C0123456789',
  ];
}
