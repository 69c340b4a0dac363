import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'rolldown';

const ROOT = join(import.meta.dirname, '../..');

/** A file of the bundle, and the files that it was made from. */
export interface BundledFile {
  readonly name: string;
  readonly madeFrom: readonly string[];
}

/**
 * Bundles the bot with everything it imports. All files are directly in `folder`: the code finds what is shipped
 * with it by the way up from there. Functions and classes keep their names, so that a stack trace can be read. Plugins may change the sources.
 */
export async function bundle(
  folder: string,
  plugins: readonly Plugin[] = [],
): Promise<BundledFile[]> {
  const { output } = await build({
    cwd: ROOT,
    input: { main: 'src/main.ts', healthcheck: 'src/healthcheck.ts' },
    platform: 'node',
    plugins: [ownWorkers, ownData, ...plugins],
    onLog(level, log, handler) {
      handler(level === 'warn' ? 'error' : level, log);
    },
    output: {
      dir: folder,
      cleanDir: true,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      minify: { compress: true, mangle: { keepNames: true }, codegen: true },
    },
  });
  return output.flatMap((file) =>
    file.type === 'chunk' ? [{ name: file.fileName, madeFrom: partsOf(file.modules) }] : [],
  );
}

function partsOf(modules: Readonly<Record<string, { renderedLength: number }>>): string[] {
  return Object.entries(modules).flatMap(([path, { renderedLength }]) =>
    renderedLength > 0 ? [path] : [],
  );
}

const OWN_FILE = /new URL\(\s*'(\.[^']+\.ts)'\s*,\s*import\.meta\.url\s*\)/g;

/** What the code starts by its URL, a worker thread, becomes a file of the bundle too. */
const ownWorkers: Plugin = {
  name: 'own-workers',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler(code, id) {
      return code.replaceAll(OWN_FILE, (_, path: string) => {
        const file = join(id, '..', path);
        const reference = this.emitFile({ type: 'chunk', id: file, name: nameOf(file) });
        return `new URL(import.meta.ROLLUP_FILE_URL_${reference})`;
      });
    },
  },
};

/**
 * Data stays a file of its own. Within the code, a megabyte of it takes 25 in memory, since V8 keeps the source of
 * all code with two bytes for each character, and the compiled code would have it once more.
 */
const ownData: Plugin = {
  name: 'own-data',
  load: {
    filter: { id: /\/src\/.*\.json$/ },
    handler(id) {
      const fileName = `${nameOf(id)}.json`;
      const reference = this.emitFile({ type: 'asset', fileName, source: readFileSync(id) });
      const url = `new URL(import.meta.ROLLUP_FILE_URL_${reference})`;
      const code = `import { readFileSync } from 'node:fs';
        export default JSON.parse(readFileSync(${url}, 'utf8'));`;
      return { code, moduleType: 'js' };
    },
  },
};

/** `src/google/feed/worker.ts` → `google-feed-worker`. */
function nameOf(file: string): string {
  return file
    .slice(join(ROOT, 'src').length + 1)
    .replace(/\.(?:ts|json)$/, '')
    .replaceAll('/', '-');
}
