import { z } from 'zod';
import type { Trouble } from '../findings.ts';
import type { StoreLocation } from './location.ts';

const coded = z.object({ code: z.string() });

/** What an operator can do about a database that can't be opened; omits its address, which has a password. */
export function storeProblem(location: StoreLocation, error: unknown): Trouble {
  return { kind: 'fatal', about: 'DATABASE_URL', says: wordsFor(location, error) };
}

function wordsFor(location: StoreLocation, error: unknown): string {
  const reason = error instanceof Error ? error.message || error.name : String(error);
  if (/corrupted migrations/.test(reason)) {
    return 'a newer version of the bot wrote this database. Run that version again, or use another database.';
  }
  switch (location.kind) {
    case 'sqlite':
      return sqliteProblem(location.path, reason);
    case 'postgres':
      return `cannot use the PostgreSQL database. ${postgresAdvice(error, reason)}`;
  }
}

function sqliteProblem(path: string, reason: string): string {
  if (/database is locked/.test(reason)) {
    return `another process of the bot is using ${path}. Stop that one first: SQLite allows only one process; with PostgreSQL, any number may run.`;
  }
  if (/disk is full/.test(reason)) {
    return `the disk that holds ${path} is full. Free some space.`;
  }
  return `cannot open the SQLite file ${path} (${reason}). Its folder must exist or be creatable, and both must be writable by the bot.`;
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html has the codes. */
function postgresAdvice(error: unknown, reason: string): string {
  switch (coded.safeParse(error).data?.code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'Its host was not found: check the name after the @.';
    case 'ECONNREFUSED':
      return 'Nothing is listening on its host and port: check both, and that the server is running.';
    case '28P01':
    case '28000':
      return 'It does not accept the user and password.';
    case '3D000':
      return 'The server has no database with that name: create it, or check the name after the last slash.';
    case '42501':
      return 'The user may not create tables in it: grant that permission.';
    case '53300':
      return 'The server takes no more connections: raise its limit, or run fewer replicas.';
  }
  return /timeout|terminated/i.test(reason)
    ? 'It does not answer within five seconds: check the host and port, and any firewall in between.'
    : `${reason}. Check the host, name, user and password, and that the user may create tables.`;
}
