import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

/** Serves the page's files. */
export interface PageServer {
  handle(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}

/** Serves the page through a server. */
export type ServePage = (server: Server) => Promise<PageServer>;

/**
 * Vite inside this process: it compiles as it serves. Its cache goes into `cacheDir`, which any number
 * of servers may use one after another.
 */
export function pageFrom(cacheDir: string): ServePage {
  return async (server) => {
    const vite = await createServer({
      root: join(import.meta.dirname, '../page'),
      configFile: false,
      cacheDir,
      plugins: [react()],
      // The styles come through Vite's client, which needs its socket; no files are watched.
      server: { middlewareMode: true, hmr: { server }, watch: null },
      optimizeDeps: { include: ['react-dom/client', 'slack-blocks-to-jsx', 'luxon'] },
      appType: 'spa',
      logLevel: 'error',
    });
    return {
      handle: (request, response) => vite.middlewares(request, response),
      close: () => vite.close(),
    };
  };
}

/** A cache folder outside the project. */
export async function pageCache(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'wg-serving-playground-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
