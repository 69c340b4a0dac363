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

/** Vite as a part of this process. It compiles as it serves; what it caches goes with it. */
export async function servePage(server: Server): Promise<PageServer> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'wg-serving-playground-'));
  const vite = await createServer({
    root: join(import.meta.dirname, '../page'),
    configFile: false,
    cacheDir,
    plugins: [react()],
    // The styles come through Vite's client, which wants its socket; nothing is watched.
    server: { middlewareMode: true, hmr: { server }, watch: null },
    optimizeDeps: { include: ['react-dom/client', 'slack-blocks-to-jsx', 'luxon'] },
    appType: 'spa',
    logLevel: 'error',
  });
  return {
    handle: (request, response) => vite.middlewares(request, response),
    async close() {
      await vite.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}
