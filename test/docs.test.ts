import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

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
