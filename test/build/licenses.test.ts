import { describe, expect, it } from 'vitest';
import { type BundledPackage, licenseList, licenseProblems } from '../../scripts/build/licenses.ts';

function bundled(name: string, license?: string, texts: readonly string[] = []): BundledPackage {
  return { key: `node_modules/${name}`, declared: { name, version: '1.0.0', license }, texts };
}
const locked = (name: string, changes = {}) => ({
  packages: { [`node_modules/${name}`]: { version: '1.0.0', ...changes } },
});

describe('the licenses of bundled packages', () => {
  it('are accepted by their identifier', () => {
    expect(licenseProblems([bundled('left', 'MIT')], locked('left'))).toEqual([]);
    expect(licenseProblems([bundled('left', 'AGPL-3.0')], locked('left'))).toEqual([
      'left 1.0.0: AGPL-3.0 is not an accepted license',
    ]);
    expect(licenseProblems([bundled('left')], locked('left'))).toEqual([
      'left 1.0.0: no license is not an accepted license',
    ]);
  });

  it('are those of the versions in the lockfile', () => {
    expect(
      licenseProblems([bundled('left', 'MIT')], locked('left', { version: '2.0.0' })),
    ).toMatchObject([expect.stringContaining('left 1.0.0 is installed, 2.0.0 is in the lockfile')]);
    for (const lock of [locked('right'), locked('left', { dev: true })]) {
      expect(licenseProblems([bundled('left', 'MIT')], lock)).toEqual([
        'left is bundled, but is no dependency in the lockfile',
      ]);
    }
  });

  it('are listed with their text, or else with who holds the rights', () => {
    const list = licenseList([
      bundled('left', 'MIT', ['Copyright someone']),
      {
        ...bundled('right', 'ISC'),
        declared: { name: 'right', version: '1.0.0', license: 'ISC', author: 'A. Author' },
      },
    ]);
    expect(list).toMatch(/left 1\.0\.0 \(MIT\)\n.*\/left\/v\/1\.0\.0\n\nCopyright someone\n/);
    expect(list).toMatch(/right 1\.0\.0 \(ISC\)\n.*\n\nCopyright: A\. Author\n/);
  });
});
