import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SetupError } from '../errors.ts';

/**
 * Copies a SQLite database as of one moment, though another process may be writing it. The copy appears
 * whole or not at all. Returns its size in bytes. Fails with SetupError.
 */
export function copySqliteFile(from: string, to: string): number {
  if (!existsSync(from)) throw new SetupError([`DATABASE_URL: there is no database ${from} yet`]);
  if (existsSync(to)) throw new SetupError([`${to} exists already; name a new file`]);
  const part = `${to}.part`;
  try {
    rmSync(part, { force: true });
    // No copy is open to more people than the original; SQLite fills a file that is empty.
    writeFileSync(part, '', { mode: statSync(from).mode & 0o777 });
    vacuumInto(from, part);
    renameSync(part, to);
    return statSync(to).size;
  } catch (error) {
    rmSync(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError([
      `${from} could not be copied to ${to} (${reason}); the folder must exist, be writable and have enough space`,
    ]);
  }
}

function vacuumInto(from: string, to: string): void {
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    database.prepare('VACUUM INTO ?').run(to);
  } finally {
    database.close();
  }
}
