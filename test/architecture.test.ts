import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const files = globSync('**/*.ts', { cwd: SRC }).toSorted();

interface Import {
  readonly from: string;
  /** A path within src, or the name of a package. */
  readonly to: string;
}

const imports: Import[] = files.flatMap((from) => {
  const source = readFileSync(join(SRC, from), 'utf8');
  return [...source.matchAll(/^(?:import|export)\s[^;]*?from '([^']+)'/gmsu)].map(
    ([, to = '']) => ({
      from,
      to: to.startsWith('.') ? relative(SRC, join(SRC, dirname(from), to)) : to,
    }),
  );
});

/** What each part of src may import from the others; its own files are free to it. */
const ALLOWED: Record<string, readonly string[]> = {
  text: [],
  group: ['text', 'errors.ts'],
  meetings: ['text', 'group'],
  views: ['text', 'group', 'meetings', 'ports.ts'],
  'ports.ts': ['meetings', 'views/message.ts'],
  questions: ['text', 'group', 'meetings'],
  commands: ['text', 'group', 'meetings', 'questions', 'views', 'ports.ts', 'errors.ts'],
  jobs: ['group', 'meetings', 'views', 'ports.ts', 'errors.ts'],
  'adapters/google': ['text', 'group', 'meetings', 'ports.ts', 'errors.ts'],
  'adapters/store': ['meetings', 'ports.ts', 'errors.ts'],
  'adapters/slack': [
    'text',
    'group',
    'views',
    'commands',
    'jobs',
    'meetings',
    'questions',
    'ports.ts',
    'errors.ts',
    'adapters/in-flight.ts',
    'adapters/one-at-a-time.ts',
  ],
  'adapters/cron.ts': ['jobs', 'adapters/in-flight.ts'],
  'adapters/in-flight.ts': [],
  'adapters/one-at-a-time.ts': [],
  'errors.ts': [],
  'logger.ts': [],
  'environment.ts': ['adapters/cron.ts', 'meetings'],
  'config.ts': ['environment.ts', 'adapters', 'errors.ts'],
  'scheduled-jobs.ts': ['adapters', 'config.ts', 'group', 'jobs', 'ports.ts', 'logger.ts'],
  'bot.ts': [
    'scheduled-jobs.ts',
    'adapters',
    'commands',
    'config.ts',
    'group',
    'jobs',
    'ports.ts',
    'errors.ts',
    'meetings',
  ],
  'preview.ts': [
    'adapters',
    'config.ts',
    'group',
    'meetings',
    'views',
    'errors.ts',
    'logger.ts',
    'ports.ts',
  ],
  'main.ts': ['bot.ts', 'config.ts', 'errors.ts', 'logger.ts'],
};

const PURE = ['text', 'group', 'meetings', 'questions', 'views', 'commands'];
const PURE_PACKAGES = /^(luxon|zod|yaml|fastest-levenshtein|minisearch|stemmer|@slack\/bolt)$/;

function partOf(path: string): string | undefined {
  return Object.keys(ALLOWED).find((part) => path === part || path.startsWith(`${part}/`));
}

describe('imports', () => {
  it('are found', () => {
    expect(imports.length).toBeGreaterThan(150);
    expect(files.filter((file) => partOf(file) === undefined)).toEqual([]);
  });

  it('go from main to adapters, to commands and jobs, to views, to meetings and group', () => {
    const breaches = imports.filter(({ from, to }) => {
      if (!to.endsWith('.ts')) return false;
      const part = partOf(from) ?? '';
      const own = to === part || to.startsWith(`${part}/`);
      return !own && !ALLOWED[part]?.some((target) => to === target || to.startsWith(`${target}/`));
    });
    expect(breaches).toEqual([]);
  });

  it('keep Slack, Google, stores and loggers out of what decides', () => {
    const breaches = imports.filter(({ from, to }) => {
      if (to.endsWith('.ts') || from === 'group/load.ts') return false;
      return PURE.includes(partOf(from) ?? '') && !PURE_PACKAGES.test(to);
    });
    expect(breaches).toEqual([]);
  });

  it('take of Slack no more than its types where messages are made', () => {
    const inner = files.filter((file) => PURE.includes(partOf(file) ?? ''));
    for (const file of inner) {
      const source = readFileSync(join(SRC, file), 'utf8');
      expect(source).not.toMatch(/import (?!type)[^;]*from '@slack\/bolt'/);
      expect(source, `${file} reads a clock`).not.toMatch(
        /DateTime\.(now|utc|local)\(\)|Date\.now|new Date\(/,
      );
    }
  });

  it('make no circle', () => {
    const next = Map.groupBy(
      imports.filter(({ to }) => to.endsWith('.ts')),
      ({ from }) => from,
    );
    const done = new Set<string>();
    function visit(file: string, path: readonly string[]): void {
      expect(path, 'a circle of imports').not.toContain(file);
      if (done.has(file)) return;
      for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    }
    for (const file of files) visit(file, []);
  });
});
