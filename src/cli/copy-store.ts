import { storeSetting } from '../config/single-settings.ts';
import { SetupError } from '../errors.ts';
import { copyToPostgres } from '../store/copy-to-postgres.ts';
import type { SubCommand } from './sub-command.ts';

export const copyStore: SubCommand = {
  name: 'copy-store',
  summary: 'Copy a SQLite database into the empty PostgreSQL database of DATABASE_URL',
  options: {},
  operands: ['FILE'],
  async run({ operands: [file = ''] }, { env, print }) {
    const target = storeSetting(env);
    if (target.kind === 'sqlite') {
      throw new SetupError([
        'DATABASE_URL names a SQLite file: set it to the PostgreSQL database to copy to, postgres://…',
      ]);
    }
    for (const { name, rows } of await copyToPostgres(file, target)) {
      print(`${name}: ${rows} ${rows === 1 ? 'row' : 'rows'}\n`);
    }
    print(`Copied ${file}, which is unchanged. Start the bot with this DATABASE_URL.\n`);
    return 0;
  },
};
