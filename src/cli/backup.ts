import { rmSync } from 'node:fs';
import { storeSetting } from '../config/single-settings.ts';
import { SetupError } from '../errors.ts';
import { copySqliteFile } from '../store/copy.ts';
import type { SubCommand, Terminal } from './sub-command.ts';

const STANDARD_OUTPUT = '-';

export const backup: SubCommand = {
  name: 'backup',
  summary:
    'Copy the SQLite database into a new FILE, or - for standard output, also while the bot runs',
  options: {},
  operands: ['FILE'],
  async run({ operands: [file = ''] }, terminal) {
    const location = storeSetting(terminal.env);
    if (location.kind === 'postgres') {
      throw new SetupError([
        'DATABASE_URL names a PostgreSQL database: copy it with pg_dump, which works while the bot runs',
      ]);
    }
    if (file === STANDARD_OUTPUT) {
      await sendCopy(location.path, terminal);
      return 0;
    }
    const bytes = copySqliteFile(location.path, file);
    terminal.print(`Copied ${location.path} to ${file} (${bytes} bytes).\n`);
    terminal.print(
      'It says who wants which reminders: keep it as private as the database itself.\n',
    );
    return 0;
  },
};

/** A container may have no other place to put a copy, and no program to fetch it with. */
async function sendCopy(path: string, { send }: Terminal): Promise<void> {
  const copy = `${path}.copy-${process.pid}`;
  try {
    copySqliteFile(path, copy);
    await send(copy);
  } finally {
    rmSync(copy, { force: true });
  }
}
