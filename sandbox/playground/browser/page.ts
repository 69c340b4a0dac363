import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Serves the page's files. */
export interface PageFiles {
  handle(request: IncomingMessage, response: ServerResponse): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Compiles the page, in memory: in half a second, so nothing needs to be kept. */
export async function buildPage(): Promise<PageFiles> {
  const built = await build({
    root: join(import.meta.dirname, '../page'),
    configFile: false,
    plugins: [react()],
    logLevel: 'error',
    // Nothing is sent over a network, so its size doesn't matter.
    build: { write: false, minify: false, chunkSizeWarningLimit: Number.POSITIVE_INFINITY },
  });
  if (!('output' in built)) throw new Error('The page was not built once.');
  const files = new Map(
    built.output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk' ? file.code : file.source,
    ]),
  );
  return {
    handle({ url = '/' }, response) {
      const path = url === '/' ? '/index.html' : url;
      const file = files.get(path);
      response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain');
      response.writeHead(file === undefined ? 404 : 200).end(file ?? 'There is no such file.');
    },
  };
}
