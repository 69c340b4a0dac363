import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { SETTINGS } from '../src/config/environment.ts';
import { at } from './support/build.ts';
import { readMetricNames } from './support/metrics.ts';
import { runCommandLine } from './support/terminal.ts';

const root = join(import.meta.dirname, '..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...globSync('docs/*.md', { cwd: root }),
];

it.each(pages)('every file of the project that %s names is there', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const inCode = [
    ...text.matchAll(
      /`((?:src|test|docs|groups|sandbox|scripts|bench|deploy|\.github|\.slack)\/[\w./*-]+)`/gu,
    ),
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

it('every heading that a page links to is there', () => {
  const anchor = (heading: string) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-');
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/gu)].flatMap(
      ([link, path = '', name = '']) => {
        const target = path === '' ? page : join(dirname(page), path);
        const headings = [...read(target).matchAll(/^#+ (.*)$/gmu)].map(([, text = '']) =>
          anchor(text),
        );
        return headings.includes(name) ? [] : [`${page}: ${link}`];
      },
    ),
  );
  expect(broken).toEqual([]);
});

it('every npm script and sub-command that a page names exists, and docs/operating.md has each sub-command', async () => {
  const { scripts } = JSON.parse(read('package.json'));
  const { stdout } = await runCommandLine(['--help'], {}, at('2026-12-01T09:00'));
  const commands = [...stdout.matchAll(/^ {2}([a-z][\w-]*)/gmu)].map(([, name = '']) => name);
  for (const page of pages) {
    const text = read(page);
    for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?([a-z][\w:]*)/gu)) {
      expect(scripts, page).toHaveProperty(script);
    }
    for (const [, command = ''] of text.matchAll(
      /(?:npm start -- |dist\/main\.js )([a-z][\w-]*)/gu,
    )) {
      expect(commands, page).toContain(command);
    }
  }
  const listed = [...read('docs/operating.md').matchAll(/^\| `([a-z][\w-]*)/gmu)].map(
    ([, name]) => name,
  );
  expect(listed).toEqual(expect.arrayContaining(commands));
});

it('the pages for reviewers have every scope that the manifest asks for', () => {
  const { oauth_config } = parse(read('manifest.yml'));
  for (const page of ['docs/slack-admins.md', 'docs/slack-app.md']) {
    const scopes = [...read(page).matchAll(/^\| `([\w:]+)` \|/gmu)].map(([, scope]) => scope);
    expect(scopes, page).toEqual(expect.arrayContaining(oauth_config.scopes.bot));
  }
});
