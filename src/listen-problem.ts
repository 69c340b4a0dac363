import { SetupError } from './errors.ts';

/** Why nothing can listen on the port that a setting names. */
export function listenProblem(setting: string, port: number, error: unknown): SetupError {
  return new SetupError([`${setting}: cannot listen on ${port}; ${reasonFor(error)}`]);
}

function reasonFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return 'another program listens there already';
    case 'EACCES':
      return 'the user that the bot runs as may not; ports from 1024 on need no privilege';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
