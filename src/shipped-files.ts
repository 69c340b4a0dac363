import { join } from 'node:path';

// The bundle is as deep in the project as the sources are: `dist/main.js`, `src/shipped-files.ts`.
const ROOT = join(import.meta.dirname, '..');

/** Where a file that is shipped with the bot is; the path is relative to the project. */
export function shippedFile(path: string): string {
  return join(ROOT, path);
}
