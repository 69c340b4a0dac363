import { storeSetting } from '../config/single-settings.ts';
import { SetupError } from '../errors.ts';
import { copySqliteFile } from '../store/copy.ts';
import type { SubCommand } from './sub-command.ts';

export const backup: SubCommand = {
  name: 'backup',
  summary: 'Copy the SQLite database into a new file, also while the bot runs',
  options: {},
  operands: ['FILE'],
  async run({ operands: [file = ''] }, { env, print }) {
    const location = storeSetting(env);
    if (location.kind === 'postgres') {
      throw new SetupError([
        'DATABASE_URL names a PostgreSQL database: copy it with pg_dump, which works while the bot runs',
      ]);
    }
    const bytes = copySqliteFile(location.path, file);
    print(`Copied ${location.path} to ${file} (${bytes} bytes).\n`);
    print('It says who wants which reminders: keep it as private as the database itself.\n');
    return 0;
  },
};
