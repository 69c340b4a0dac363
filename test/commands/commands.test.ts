import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../scripts/generated.ts';
import type { CalendarState } from '../../src/calendar/snapshot.ts';
import { certainly, defineCommand } from '../../src/commands/command.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { commands } from '../../src/commands/index.ts';
import { splitRequest } from '../../src/commands/split-request.ts';
import { UserError } from '../../src/errors.ts';
import { at, group, meeting, readCalendar, requestContext } from '../support/build.ts';

const now = at('2026-12-01T09:00');
const calendar = readCalendar([meeting('2026-12-02T09:00')], now);
const root = join(import.meta.dirname, '../..');

async function answer(text: string, state: CalendarState = calendar, isOrganizer = false) {
  const asker = { userId: 'U0MEMBER', isOrganizer };
  return dispatch(text, requestContext(now, state, { asker }));
}

async function json(text: string, state: CalendarState = calendar): Promise<string> {
  return JSON.stringify((await answer(text, state)).message);
}

describe('the list of commands', () => {
  it('has no name or alias twice, and only lower-case words', () => {
    const names = commands.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
    for (const name of names) expect(name).toMatch(/^[a-z][a-z-]*$/);
  });

  it.each(generatedFiles())('is what $path shows (npm run docs writes it)', ({ path, content }) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(content);
  });
});

describe('splitRequest', () => {
  it.each([
    ['', 'help', ''],
    ['?', 'help', ''],
    ['  NEXT-Meeting  ', 'next-meeting', ''],
    ['next meeting', 'next-meeting', 'meeting'],
    ['organizers?', 'organizers', ''],
    ['/upcoming 3', 'upcoming', '3'],
    ['leads', 'organizers', ''],
  ])('reads %j as %s', (text, name, args) => {
    const request = splitRequest(commands, text);
    expect(request).toMatchObject({ kind: 'command', command: { name }, args });
  });

  it.each([
    ['organisrs', ['organizers']],
    ['nxt-meeting', ['next-meeting', 'last-meeting']],
    ['recordngs', ['recordings']],
    ['xyzzy', []],
  ])('suggests for %j', (text, names) => {
    const request = splitRequest(commands, text);
    expect(request.kind === 'unknown' && request.suggestions.map(({ name }) => name)).toEqual(
      names,
    );
  });
});

describe('answers', () => {
  it('give every command and its help', async () => {
    for (const { name } of commands) {
      const { message } = await answer(name, calendar, true);
      expect(message.text, name).not.toBe('');
      expect(JSON.stringify((await answer(`help ${name}`, calendar, true)).message)).toContain(
        name,
      );
    }
  });

  it('name organizers, companies, GitHub and the liaison', async () => {
    const text = await json('organizers');
    for (const { name, github, company } of group().organizers) {
      expect(text).toContain(name);
      expect(text).toContain(`https://github.com/${github}`);
      expect(text).toContain(company);
    }
    expect(text).toContain('https://github.com/soltysh');
  });

  it('find a workstream by a near miss and list all for an unknown one', async () => {
    const { workstreams } = group();
    expect(await json('workstreams autoscalling')).toContain(workstreams[0]?.doc);
    expect(await json('workstreams nonsense')).toContain('has no workstream `nonsense`');
    for (const { doc } of workstreams) expect(await json('workstreams nonsense')).toContain(doc);
  });

  it('give a document when a sentence names a workstream', async () => {
    const { command, message } = await answer('where is the autoscaling doc?');
    expect(command).toBe('workstreams');
    expect(message.text).toContain(group().workstreams[0]?.doc);
  });

  it('list as many meetings as requested, at most twenty', async () => {
    const many = Array.from({ length: 30 }, (_, day) => {
      const start = at('2026-12-02T09:00').plus({ days: day });
      return meeting(start.toISO(), { start, end: start.plus({ hours: 1 }) });
    });
    const count = async (text: string) =>
      (await json(text, readCalendar(many, now))).match(/• /g)?.length;
    expect(await count('upcoming')).toBe(5);
    expect(await count('upcoming 1')).toBe(1);
    expect(await count('upcoming 20')).toBe(20);
    expect(await count('upcoming 500')).toBe(20);
  });

  it.each(['zero', '0', '-1', '1.5', '5 x', '٣'])(
    'tell how to ask for a count after %j',
    async (count) => {
      const given = await answer(`upcoming ${count}`);
      expect(given.message.text).toBe('Give a number from 1 to 20, as in: upcoming 10');
      expect(given.kind).toBe('notice');
    },
  );

  it('say that nothing is scheduled when the calendar is empty, and offer no rule', async () => {
    const empty = readCalendar([], now);
    for (const text of ['next-meeting', 'upcoming']) {
      expect(await json(text, empty)).toContain('No meeting is scheduled');
      expect(await json(text, empty)).not.toContain('published rule');
    }
  });

  it('say that nothing is left if everything ahead is cancelled', async () => {
    const cancelled = readCalendar(
      [meeting('2026-12-02T09:00', { status: 'cancelled', seriesId: 's' })],
      now,
    );
    expect(await json('next-meeting', cancelled)).toContain('No other meeting is on the calendar.');
  });

  it('name a recording after the last meeting, with the date in its zone', async () => {
    const late = meeting('2026-11-30T20:00', { title: 'Autoscaling sync' });
    expect(await json('howto upload', readCalendar([late], now))).toContain(
      '[WG Serving] Autoscaling sync 20261130',
    );
    expect(await json('howto upload')).toContain('[WG Serving] name of the meeting YYYYMMDD');
  });

  it('show organizers’ commands only to organizers', async () => {
    expect((await answer('status')).message.text).toMatch(/^Only the organizers/);
    expect((await answer('status', calendar, true)).message.text).toMatch(/1 meetings? ahead/);
    expect(await json('help')).not.toContain('/wg-serving status');
  });
});

describe('dispatch', () => {
  function answerOf(error: Error) {
    const failing = defineCommand({
      name: 'fail',
      aliases: [],
      summary: '',
      details: '',
      audience: 'everyone',
      task: 'bot',
      topic: () => [],
      parse: certainly,
      run() {
        throw error;
      },
    });
    return dispatch('fail', requestContext(now, calendar, { commands: [failing] }));
  }

  it('answers a user’s mistake with its message', async () => {
    const given = await answerOf(new UserError('Like this.'));
    expect(given.message.text).toBe('Like this.');
  });

  it('leaves any other error to its caller', async () => {
    await expect(answerOf(new Error('bug'))).rejects.toThrow('bug');
  });
});
