import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { SETTINGS } from '../src/config/environment.ts';
import { readMetricNames } from './support/metrics.ts';

const root = join(import.meta.dirname, '..');
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root })];

it.each(pages)('every file of the project that %s names is there', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const inCode = [
    ...text.matchAll(/`((?:src|test|docs|groups|sandbox|scripts|bench)\/[\w./*-]+)`/gu),
  ];
  const missing = inCode
    .flatMap(([, path = '']) => (path.includes('slides') ? [] : [path]))
    .filter((path) => globSync(path, { cwd: root }).length === 0);
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/gu)].map(
    ([, path = '']) => path,
  );
  const broken = links.filter((path) => !existsSync(join(root, dirname(page), path)));
  expect([...missing, ...broken]).toEqual([]);
});

const read = (page: string) => readFileSync(join(root, page), 'utf8');

it('every setting is in .env.example, and in README.md or docs/operating.md', () => {
  const described = `${read('README.md')}${read('docs/operating.md')}`;
  for (const setting of SETTINGS) {
    expect(read('.env.example')).toMatch(new RegExp(`^#? ?${setting}=`, 'mu'));
    expect(described).toContain(`\`${setting}\``);
  }
});

it('every metric is in docs/operating.md, and every one there exists', async () => {
  const named = [...read('docs/operating.md').matchAll(/^\| `(wg_serving_bot_\w+)`/gmu)];
  expect(named.map(([, name]) => name).toSorted()).toEqual((await readMetricNames()).toSorted());
});
