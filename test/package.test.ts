import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const engines = z.object({ node: z.string().optional() });
const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ engines: engines.optional().catch(undefined), optional: z.boolean().optional() }),
  ),
});

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
}

/** Whether an npm range allows a version; supports the operators that these packages use. */
function allows(range: string, [major, minor]: readonly [number, number]): boolean {
  return range.split('||').some((part) => {
    const [, operator = '', from = '0', least = '0'] =
      /(\^|~|>=)?\s*v?(\d+)(?:\.(\d+))?/.exec(part) ?? [];
    if (!/\d/.test(part)) return true;
    const newer = major > Number(from) && operator === '>=';
    return newer || (major === Number(from) && minor >= Number(least));
  });
}

it('npm ci warns of no package on the oldest Node that package.json names', () => {
  const { node = '' } = z.object({ engines }).parse(json('package.json')).engines;
  const [, major, minor] = /^>=(\d+)\.(\d+)\.0$/.exec(node) ?? [];
  const oldest = [Number(major), Number(minor)] as const;
  const { packages } = lock.parse(json('package-lock.json'));
  const warned = Object.entries(packages)
    .filter(([, { optional, engines: needs }]) => !optional && !allows(needs?.node ?? '*', oldest))
    .map(([name, { engines: needs }]) => `${name} ${needs?.node}`);
  expect(warned).toEqual([]);
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(readme).toContain(`Node ${major}.${minor} or newer`);
});
