import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const files = globSync('**/*.ts', { cwd: SRC }).toSorted();

interface Import {
  readonly from: string;
  /** A path in src, or the name of a package. */
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
const own = imports.filter(({ to }) => to.endsWith('.ts'));

/**
 * What each part of src imports from the others: nothing that is not listed here, and everything that
 * is, so that unused permissions are removed.
 */
const GRANTS: Record<string, readonly string[]> = {
  text: [],
  concurrency: [],
  'errors.ts': [],
  'clock.ts': [],
  'journal.ts': [],
  'problems.ts': ['journal.ts'],
  'findings.ts': [],
  'listen-problem.ts': ['errors.ts'],
  'logger.ts': [],
  'read-setting-file.ts': ['errors.ts'],
  http: [],
  'shipped-files.ts': [],
  group: ['text', 'errors.ts', 'read-setting-file.ts', 'shipped-files.ts'],
  calendar: ['text', 'concurrency', 'group', 'errors.ts', 'journal.ts', 'problems.ts'],
  community: ['text', 'concurrency', 'group', 'calendar', 'errors.ts'],
  importing: ['text', 'group', 'community'],
  dates: [],
  following: ['text', 'group', 'calendar', 'community', 'messages'],
  github: ['http', 'community', 'following', 'errors.ts'],
  questions: ['text', 'concurrency'],
  messages: ['text', 'group', 'calendar'],
  reminders: [
    'text',
    'concurrency',
    'group',
    'calendar',
    'messages',
    'clock.ts',
    'journal.ts',
    'problems.ts',
  ],
  organizers: ['concurrency', 'calendar', 'messages', 'reminders', 'problems.ts'],
  hosting: ['calendar', 'messages', 'errors.ts'],
  'meeting-cards': [
    'concurrency',
    'group',
    'calendar',
    'messages',
    'hosting',
    'organizers',
    'errors.ts',
  ],
  digest: ['group', 'calendar', 'messages', 'organizers', 'preflight'],
  preflight: [
    'text',
    'concurrency',
    'group',
    'calendar',
    'messages',
    'hosting',
    'organizers',
    'journal.ts',
  ],
  scheduling: ['text', 'group', 'calendar', 'messages', 'hosting', 'organizers', 'preflight'],
  recordings: [
    'text',
    'concurrency',
    'group',
    'calendar',
    'messages',
    'organizers',
    'errors.ts',
    'journal.ts',
    'problems.ts',
  ],
  agenda: ['text', 'concurrency', 'group', 'calendar', 'messages', 'errors.ts', 'journal.ts'],
  commands: [
    'text',
    'group',
    'calendar',
    'messages',
    'dates',
    'questions',
    'reminders',
    'scheduling',
    'errors.ts',
    'problems.ts',
    'agenda',
    'recordings',
  ],
  home: ['group', 'calendar', 'messages', 'commands', 'reminders'],
  google: [
    'text',
    'group',
    'calendar',
    'concurrency',
    'following',
    'http',
    'errors.ts',
    'read-setting-file.ts',
  ],
  documents: ['agenda', 'http', 'errors.ts'],
  youtube: ['recordings', 'google/failure.ts', 'http', 'errors.ts'],
  store: [
    'commands/ports.ts',
    'calendar',
    'concurrency',
    'following',
    'hosting',
    'organizers',
    'reminders',
    'scheduling',
    'errors.ts',
    'findings.ts',
    'app/ports.ts',
    'slack/ports.ts',
    'agenda',
    'recordings',
  ],
  slack: [
    'group',
    'messages',
    'commands',
    'home',
    'hosting',
    'meeting-cards',
    'organizers',
    'reminders',
    'scheduling',
    'concurrency',
    'errors.ts',
    'clock.ts',
    'findings.ts',
    'listen-problem.ts',
    'problems.ts',
    'agenda',
    'recordings',
  ],
  health: [
    'calendar',
    'reminders',
    'slack/ports.ts',
    'clock.ts',
    'listen-problem.ts',
    'problems.ts',
    'version.ts',
  ],
  checks: [
    'group',
    'calendar',
    'messages',
    'reminders',
    'slack/membership.ts',
    'store/inspect.ts',
    'errors.ts',
    'findings.ts',
  ],
  'scheduler.ts': ['concurrency'],
  config: [
    'text',
    'community',
    'google',
    'youtube',
    'slack',
    'store',
    'scheduler.ts',
    'reminders',
    'errors.ts',
  ],
  app: [
    'community',
    'following',
    'github',
    'group',
    'calendar',
    'messages',
    'commands',
    'home',
    'questions',
    'digest',
    'hosting',
    'meeting-cards',
    'organizers',
    'preflight',
    'reminders',
    'scheduling',
    'concurrency',
    'google',
    'slack',
    'store',
    'config',
    'checks',
    'health',
    'scheduler.ts',
    'text',
    'errors.ts',
    'clock.ts',
    'findings.ts',
    'logger.ts',
    'problems.ts',
    'version.ts',
    'agenda',
    'recordings',
    'documents',
    'youtube',
  ],
  doctor: [
    'group',
    'calendar',
    'checks',
    'concurrency',
    'config',
    'google',
    'reminders',
    'slack',
    'store',
    'errors.ts',
    'clock.ts',
    'findings.ts',
    'logger.ts',
  ],
  'version.ts': ['shipped-files.ts'],
  cli: [
    'app',
    'text',
    'community',
    'importing',
    'github',
    'config',
    'doctor',
    'findings.ts',
    'group',
    'messages',
    'store',
    'errors.ts',
    'logger.ts',
    'problems.ts',
    'shipped-files.ts',
    'version.ts',
  ],
  'main.ts': ['cli', 'config', 'logger.ts'],
  'healthcheck.ts': [],
};

/** The decision-making parts, which know nothing about Slack, Google, a store, a clock or a logger. */
const DOMAIN = [
  'text',
  'group',
  'calendar',
  'community',
  'importing',
  'following',
  'questions',
  'messages',
  'reminders',
  'organizers',
  'hosting',
  'preflight',
  'meeting-cards',
  'digest',
  'scheduling',
  'recordings',
  'agenda',
  'commands',
  'home',
];
const DOMAIN_PACKAGES =
  /^(luxon|zod|yaml|camelcase-keys|lru-cache|fastest-levenshtein|chrono-node\/en|@slack\/bolt)$/;

function partOf(path: string): string {
  return Object.keys(GRANTS).find((part) => path === part || path.startsWith(`${part}/`)) ?? '';
}

function isWithin(path: string, target: string): boolean {
  return path === target || path.startsWith(`${target}/`);
}

describe('imports', () => {
  it('are found, and every file belongs to a part', () => {
    expect(imports.length).toBeGreaterThan(150);
    expect(files.filter((file) => partOf(file) === '')).toEqual([]);
  });

  it('go from main to app, to Slack, Google and stores, to features, to calendar and group', () => {
    const breaches = own.filter(({ from, to }) => {
      const part = partOf(from);
      return !isWithin(to, part) && !GRANTS[part]?.some((target) => isWithin(to, target));
    });
    expect(breaches).toEqual([]);
  });

  it('use every permission that they have', () => {
    const unused = Object.entries(GRANTS).flatMap(([part, targets]) =>
      targets
        .filter(
          (target) => !own.some(({ from, to }) => partOf(from) === part && isWithin(to, target)),
        )
        .map((target) => `${part} imports nothing from ${target}`),
    );
    expect(unused).toEqual([]);
  });

  it('keep Slack, Google, stores and loggers out of the decision-making parts', () => {
    const breaches = imports.filter(({ from, to }) => {
      if (to.endsWith('.ts') || !DOMAIN.includes(partOf(from))) return false;
      // Files are read at the edge of the group, and a wait is bounded by a timer.
      // A hash of words is as pure as the words, and so is what they are packed to.
      const edges = [
        'group/load.ts',
        'reminders/refresh-before-posting.ts',
        'organizers/fingerprint.ts',
        'questions/learned.ts',
      ];
      if (edges.includes(from) || to === 'questions/model.json') return false;
      return !DOMAIN_PACKAGES.test(to);
    });
    expect(breaches).toEqual([]);
  });

  it('use only Slack’s types where messages are built, and read no clock', () => {
    for (const file of files.filter((one) => DOMAIN.includes(partOf(one)))) {
      const source = readFileSync(join(SRC, file), 'utf8');
      expect(source).not.toMatch(/import (?!type)[^;]*from '@slack\/bolt'/);
      expect(source, `${file} reads a clock`).not.toMatch(
        /DateTime\.(now|utc|local)\(\)|Date\.now|new Date\(/,
      );
    }
  });

  it('keep Prometheus in one part', () => {
    const users = imports.filter(({ to }) => to === 'prom-client').map(({ from }) => partOf(from));
    expect([...new Set(users)]).toEqual(['health']);
  });

  it('take ports from the feature that needs them', () => {
    const ports = files.filter((file) => file.endsWith('ports.ts'));
    expect(ports).toEqual([
      'agenda/ports.ts',
      'app/ports.ts',
      'calendar/ports.ts',
      'commands/ports.ts',
      'following/ports.ts',
      'hosting/ports.ts',
      'organizers/ports.ts',
      'preflight/ports.ts',
      'recordings/ports.ts',
      'reminders/ports.ts',
      'scheduling/ports.ts',
      'slack/ports.ts',
    ]);
  });

  it('are not circular', () => {
    const next = Map.groupBy(own, ({ from }) => from);
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

it('only a default knows the name of the slash command', () => {
  const named = files.filter((file) => {
    const lines = readFileSync(join(SRC, file), 'utf8').split('\n');
    const code = lines.filter((line) => !/^\s*(\*|\/[/*])/.test(line));
    return code.some((line) => /['"`\s]\/wg-serving\b(?!-bot)/.test(line));
  });
  expect(named).toEqual(['config/environment.ts']);
});
