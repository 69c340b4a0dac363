import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { SetupError } from '../errors.ts';
import { findingLine } from '../findings.ts';
import { MIGRATIONS } from './migrations.ts';
import { lockFile } from './sqlite-lock.ts';
import { storeProblem } from './store-problem.ts';

// SQLite finds a database's log by the database's name, so they only go together.
const PARTS = ['', '-wal', '-shm'];
const checked = z.tuple([z.object({ quick_check: z.literal('ok') })]);
const migrations = z.array(z.object({ name: z.string() })).min(1);

/**
 * Puts a copy in a SQLite database's place, which no bot may have open meanwhile. What was there is kept beside
 * it; returns its path, or undefined if there was nothing. Fails with SetupError, and then has changed nothing.
 */
export function restoreSqliteFile(copy: string, path: string): string | undefined {
  requireCopy(copy);
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part`;
  try {
    const lock = lockFile(path);
    try {
      copyFileSync(copy, part);
      const kept = existsSync(path) ? `${path}.replaced` : undefined;
      for (const suffix of PARTS) setAside(`${path}${suffix}`, `${path}.replaced${suffix}`);
      renameSync(part, path);
      return kept;
    } finally {
      lock.release();
    }
  } catch (error) {
    rmSync(part, { force: true });
    throw new SetupError([findingLine(storeProblem({ kind: 'sqlite', path }, error))]);
  }
}

function setAside(from: string, to: string): void {
  rmSync(to, { force: true });
  if (existsSync(from)) renameSync(from, to);
}

/** A damaged copy, or another program's, would be noticed only when the bot starts. */
function requireCopy(copy: string): void {
  if (!existsSync(copy)) throw new SetupError([`there is no file ${copy}`]);
  if (existsSync(`${copy}-wal`)) {
    throw new SetupError([
      `${copy} has a log beside it, ${copy}-wal, so it is only a part of a database: use a file that backup made`,
    ]);
  }
  const applied = appliedIn(copy);
  if (!applied) {
    throw new SetupError([`${copy} is not an undamaged copy of the bot's database`]);
  }
  if (applied.some((name) => !MIGRATIONS.includes(name))) {
    throw new SetupError([`${copy} was written by a newer version of the bot: use that version`]);
  }
}

function appliedIn(copy: string): string[] | undefined {
  const database = new DatabaseSync(copy, { readOnly: true });
  try {
    checked.parse(database.prepare('PRAGMA quick_check').all());
    const rows = database.prepare('SELECT name FROM kysely_migration').all();
    return migrations.parse(rows).map(({ name }) => name);
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}
