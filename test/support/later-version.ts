import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { bundle } from '../../scripts/build/bundle.ts';
import { ROOT } from './process.ts';

const SHIPPED = ['groups', 'manifest.yml', 'package.json'];
const LAST_MIGRATION = /'\d{4}-[a-z-]+': \{ up: \w+ \},(?=\s*\};)/;

/** Bundles the bot as a later version, with one more migration; returns the program's path in `folder`. */
export async function buildLaterVersion(
  folder: string,
  statements: readonly string[],
): Promise<string> {
  for (const name of SHIPPED) await cp(join(ROOT, name), join(folder, name), { recursive: true });
  await bundle(join(folder, 'dist'), [withMigration(statements)]);
  return join(folder, 'dist/main.js');
}

function withMigration(statements: readonly string[]): Plugin {
  const up = `async (db) => {
    for (const statement of ${JSON.stringify(statements)}) await sql.raw(statement).execute(db);
  }`;
  return {
    name: 'with-migration',
    transform: {
      filter: { id: /\/src\/store\/migrations\.ts$/ },
      handler(code) {
        if (!LAST_MIGRATION.test(code)) throw new Error('The list of migrations is not found.');
        return code.replace(LAST_MIGRATION, (last) => `${last}\n'9999-later': { up: ${up} },`);
      },
    },
  };
}
