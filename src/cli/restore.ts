import { rmSync } from 'node:fs';
import { storeSetting } from '../config/single-settings.ts';
import { SetupError } from '../errors.ts';
import { restoreSqliteFile } from '../store/restore.ts';
import type { SubCommand, Terminal } from './sub-command.ts';

const STANDARD_INPUT = '-';

export const restore: SubCommand = {
  name: 'restore',
  summary: 'Put a backup, from FILE or - for standard input, in the place of the SQLite database',
  options: {},
  operands: ['FILE'],
  async run({ operands: [file = ''] }, terminal) {
    const location = storeSetting(terminal.env);
    if (location.kind === 'postgres') {
      throw new SetupError([
        'DATABASE_URL names a PostgreSQL database: restore it with pg_restore',
      ]);
    }
    const { path } = location;
    const kept =
      file === STANDARD_INPUT
        ? await restoreReceived(path, terminal)
        : restoreSqliteFile(file, path);
    terminal.print(`Restored ${path}.\n`);
    if (kept !== undefined) terminal.print(`What was there is now ${kept}.\n`);
    return 0;
  },
};

async function restoreReceived(path: string, { receive }: Terminal): Promise<string | undefined> {
  const received = `${path}.received-${process.pid}`;
  try {
    await receive(received);
    return restoreSqliteFile(received, path);
  } finally {
    rmSync(received, { force: true });
  }
}
