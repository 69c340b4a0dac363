import { readFileSync } from 'node:fs';
import { SetupError } from './errors.ts';

/** The text of the file that a setting names. Fails with SetupError, which names the setting. */
export function readSettingFile(setting: string, path: string): string {
  const bytes = readBytes(setting, path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SetupError([`${setting}: ${path} is not UTF-8 text; save it as UTF-8`]);
  }
}

function readBytes(setting: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new SetupError([`${setting}: cannot read ${path}; ${reasonFor(code)}`]);
  }
}

function reasonFor(code: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file (in a container it has to be mounted)';
    case 'EISDIR':
      return 'it is a folder, not a file';
    case 'EACCES':
    case 'EPERM':
      return 'the user that the bot runs as is not allowed to read it';
    default:
      return `the system says ${code}`;
  }
}
