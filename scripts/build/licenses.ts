import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BundledFile } from './bundle.ts';

/** SPDX identifiers of licenses that let the bot be passed on under its own, with what this list says. */
const ACCEPTED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  // Copyleft for its own files alone, unchanged here; the list says where they come from.
  'MPL-2.0',
]);
/** Packages that name their license loosely, by the text they contain. */
const BY_TEXT: Readonly<Record<string, string>> = { 'url-template 2.0.8': 'BSD-3-Clause' };
const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i;
const RULE = '-'.repeat(80);

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
    }),
  ),
});
export type Lockfile = z.infer<typeof lockfile>;

const packageFile = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  author: z
    .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
    .optional(),
});
export type PackageFile = z.infer<typeof packageFile>;

/** A package that is in the bundle, as installed. */
export interface BundledPackage {
  /** Its key in the lockfile. */
  readonly key: string;
  readonly declared: PackageFile;
  readonly texts: readonly string[];
}

export function readLockfile(path: string): Lockfile {
  return lockfile.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** The packages that parts of the bundle come from, by name. */
export function bundledPackages(files: readonly BundledFile[]): BundledPackage[] {
  const folders = new Set(files.flatMap(({ madeFrom }) => madeFrom.flatMap(packageFolder)));
  return [...folders].map(readPackage).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** `/…/node_modules/a/node_modules/@b/c/lib/d.js` → `/…/node_modules/a/node_modules/@b/c`. */
function packageFolder(path: string): string[] {
  const [folder] = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
  return folder === undefined ? [] : [folder];
}

function readPackage(folder: string): BundledPackage {
  const texts = readdirSync(folder)
    .filter((name) => LICENSE_FILE.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
  const declared = packageFile.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  return { key: folder.slice(folder.indexOf('/node_modules/') + 1), declared, texts };
}

/** Why the packages can't be passed on in a bundle; empty if they can. */
export function licenseProblems(
  packages: readonly BundledPackage[],
  { packages: locked }: Lockfile,
): string[] {
  return packages.flatMap(({ key, declared }) => {
    const { name, version } = declared;
    const lock = locked[key];
    if (!lock || lock.dev) return [`${name} is bundled, but is no dependency in the lockfile`];
    if (lock.version !== version) {
      return [`${name} ${version} is installed, ${lock.version} is in the lockfile: run npm ci`];
    }
    const license = licenseOf(declared);
    return ACCEPTED.has(license)
      ? []
      : [`${name} ${version}: ${license} is not an accepted license`];
  });
}

/** The list that is shipped with the bundle: every package with its license's text. */
export function licenseList(packages: readonly BundledPackage[]): string {
  const entries = packages.map(({ declared, texts }) => {
    const { name, version, author } = declared;
    const heading = `${name} ${version} (${licenseOf(declared)})\nhttps://www.npmjs.com/package/${name}/v/${version}`;
    const text = texts.length > 0 ? texts : [`Copyright: ${author ?? `the authors of ${name}`}`];
    return [heading, ...text].join('\n\n');
  });
  const introduction =
    'The WG Serving bot contains parts of these packages. Each is licensed as stated.';
  return `${[introduction, ...entries].join(`\n\n${RULE}\n\n`)}\n`;
}

function licenseOf({ name, version, license = 'no license' }: PackageFile): string {
  return BY_TEXT[`${name} ${version}`] ?? license;
}
