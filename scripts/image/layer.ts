import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Image } from './build-image.ts';

export interface Added {
  readonly path: string;
  readonly bytes: number;
}

/** What the image adds to its base: the largest first, without what is within it. */
export function added({ root, workdir, baseNames }: Image): Added[] {
  const top = readdirSync(root).filter(
    (name) => !baseNames.includes(name) && `/${name}` !== workdir,
  );
  const own = readdirSync(join(root, workdir)).map((name) => join(workdir, name));
  return [...top.map((name) => `/${name}`), ...own]
    .map((path) => ({ path, bytes: bytesIn(join(root, path)) }))
    .toSorted((a, b) => b.bytes - a.bytes);
}

function bytesIn(path: string): number {
  const status = lstatSync(path);
  if (!status.isDirectory()) return status.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}
