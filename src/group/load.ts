import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../errors.ts';
import { parseGroup } from './parse.ts';
import type { Group } from './schema.ts';

/** The group file that comes with the bot. */
export const OWN_GROUP_FILE = join(import.meta.dirname, '../../groups/wg-serving.yaml');

/** Loads a group file. Fails with SetupError, which lists every problem. */
export async function loadGroup(path: string = OWN_GROUP_FILE): Promise<Group> {
  const yaml = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError([`GROUP_FILE: cannot read ${path} (${reason})`]);
  });
  const result = parseGroup(yaml);
  if (!result.ok) throw new SetupError(result.problems.map((problem) => `${path}: ${problem}`));
  return result.group;
}
