import { existsSync, realpathSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

// A process that is being replaced ends within seconds.
const WAIT_MS = 3_000;

/**
 * Keeps a second process off a SQLite file for as long as this one lives: one process writes, others may
 * read. It is an operating system lock, so it ends with the process, however that ends.
 * Fails if another process holds it.
 */
export function lockFile(path: string): { release(): void } {
  // Symbolic links give one file several names.
  const file = existsSync(path) ? realpathSync(path) : path;
  const lock = new DatabaseSync(`${file}.lock`, { timeout: WAIT_MS });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return { release: () => lock.close() };
}

/** Whether a process keeps others off a SQLite file now; creates nothing. */
export function isFileInUse(path: string): boolean {
  const file = `${realpathSync(path)}.lock`;
  if (!existsSync(file)) return false;
  const lock = new DatabaseSync(file, { readOnly: true, timeout: 0 });
  try {
    lock.exec('SELECT 1 FROM sqlite_master');
    return false;
  } catch (error) {
    return isLocked(error);
  } finally {
    lock.close();
  }
}

/** Whether another process holds the lock. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /database is locked/.test(error.message);
}
