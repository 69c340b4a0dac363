import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildContext, buildImage } from './build-image.ts';
import { parseDockerfile } from './dockerfile.ts';
import { added } from './layer.ts';
import { tryOut } from './try-out.ts';

// Carries out the Dockerfile's steps in a clean folder, without Docker, and starts what comes of it.

const ROOT = join(import.meta.dirname, '../..');
const MAX_LAYER_MB = 8;

const folder = mkdtempSync(join(tmpdir(), 'image-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const print = (line: string) => process.stdout.write(`${line}\n`);

if (process.getuid?.() !== 0) throw new Error('This needs root, to mount and to change the root');
const context = join(folder, 'context');
mkdirSync(context);
buildContext(ROOT, context);
const stages = parseDockerfile(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'));
const image = await buildImage(stages, { context, folder });
const layer = added(image);
for (const { path, bytes } of layer) print(`${megabytes(bytes).padStart(9)}  ${path}`);
const total = layer.reduce((sum, { bytes }) => sum + bytes, 0);
print(`${megabytes(total).padStart(9)}  over the base (at most ${MAX_LAYER_MB} MB)`);
if (total > MAX_LAYER_MB * 1e6) throw new Error('the layer is too large');
print(await tryOut(image));
// Nothing is left to wait for but sockets of clients that are gone.
process.exit(0);

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
