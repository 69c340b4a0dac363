import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { bundledPackages, licenseList, licenseProblems, readLockfile } from './licenses.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
// Written last.
const LICENSES = join(DIST, 'THIRD-PARTY-LICENSES');
const MADE_FROM = ['src', 'scripts/build', 'package-lock.json', 'node_modules/.package-lock.json'];

/** Builds `dist`: the bundle, and the licenses of what is in it. Fails if one of them is not acceptable. */
export async function build(): Promise<void> {
  const packages = bundledPackages(await bundle(DIST));
  const problems = licenseProblems(packages, readLockfile(join(ROOT, 'package-lock.json')));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  writeFileSync(LICENSES, licenseList(packages));
}

/** Whether `dist` is as new as everything it was made from. */
export function isBuilt(): boolean {
  const builtAt = statSync(LICENSES, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return MADE_FROM.every((path) => newestIn(join(ROOT, path)) < builtAt);
}

/** When a file, or a folder with all that is in it, was last changed. */
function newestIn(path: string): number {
  const own = statSync(path, { throwIfNoEntry: false });
  if (!own?.isDirectory()) return own?.mtimeMs ?? 0;
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(own.mtimeMs, ...inside.map((name) => statSync(join(path, name)).mtimeMs));
}
