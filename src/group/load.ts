import { SetupError } from '../errors.ts';
import { readSettingFile } from '../read-setting-file.ts';
import { shippedFile } from '../shipped-files.ts';
import { parseGroup } from './parse.ts';
import type { Group } from './schema.ts';

/** The group file that comes with the bot. */
export const OWN_GROUP_FILE = shippedFile('groups/wg-serving.yaml');

/** Loads a group file. Fails with SetupError, which lists every problem. */
export async function loadGroup(path: string = OWN_GROUP_FILE): Promise<Group> {
  const result = parseGroup(readSettingFile('GROUP_FILE', path));
  if (!result.ok) throw new SetupError(result.problems.map((problem) => `${path}: ${problem}`));
  return result.group;
}
