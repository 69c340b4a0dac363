import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { bundledPackages, licenseList, licenseProblems, readLockfile } from './licenses.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');

const packages = bundledPackages(await bundle(DIST));
const problems = licenseProblems(packages, readLockfile(join(ROOT, 'package-lock.json')));
if (problems.length > 0) throw new Error(problems.join('\n'));
writeFileSync(join(DIST, 'THIRD-PARTY-LICENSES'), licenseList(packages));
