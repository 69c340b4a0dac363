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
 * with it by the way up from there. Names stay as they are, so that a stack trace can be read. Plugins may change the sources.
 */
export async function bundle(
  folder: string,
  plugins: readonly Plugin[] = [],
): Promise<BundledFile[]> {
  const { output } = await build({
    cwd: ROOT,
    input: { main: 'src/main.ts', healthcheck: 'src/healthcheck.ts' },
    platform: 'node',
    plugins: [ownWorkers, ...plugins],
    onLog(level, log, handler) {
      handler(level === 'warn' ? 'error' : level, log);
    },
    output: {
      dir: folder,
      cleanDir: true,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
      minify: { compress: true, mangle: false, codegen: true },
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

/** `src/google/feed/worker.ts` → `google-feed-worker`. */
function nameOf(file: string): string {
  return file
    .slice(join(ROOT, 'src').length + 1)
    .replace(/\.ts$/, '')
    .replaceAll('/', '-');
}
