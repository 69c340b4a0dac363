import { describe, expect, it } from 'vitest';
import { checkBlocks, MESSAGE_BLOCKS } from '../../sandbox/slack/block-kit.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { commands } from '../../src/commands/index.ts';
import type { GroupFile } from '../../src/group/schema.ts';
import { homeTab } from '../../src/home/home-tab.ts';
import { at, groupOf, requestContext } from '../support/build.ts';

const now = at('2026-12-02T08:30');
const clock = { weekday: 'tuesday', time: '09:00', zone: 'America/Los_Angeles' } as const;

function context(file: GroupFile) {
  return requestContext(now, { kind: 'not published' }, { group: groupOf(file) });
}

async function answer(text: string, file: GroupFile = { name: 'SIG UI' }): Promise<string> {
  const { message } = await dispatch(text, context(file));
  expect(checkBlocks(message.blocks, MESSAGE_BLOCKS)).toMatchObject({ ok: true });
  return JSON.stringify(message);
}

describe('of a group that publishes nothing but its name', () => {
  it.each(commands.map(({ name }) => name))(
    '%s says something true, and no “undefined”',
    async (name) => {
      const asker = { userId: 'U0ORGANIZER', isOrganizer: true };
      const { message } = await dispatch(name, { ...context({ name: 'SIG UI' }), asker });
      expect(checkBlocks(message.blocks, MESSAGE_BLOCKS)).toMatchObject({ ok: true });
      const words = JSON.stringify(message);
      expect(words).not.toMatch(/undefined|null|: \.|, \.|\(\)/);
      expect(words).not.toContain('"url":""');
    },
  );

  it.each([
    ['next-meeting', 'SIG UI publishes no regular meeting either'],
    ['agenda', 'SIG UI publishes no agenda or notes document'],
    ['recordings', 'SIG UI publishes no recordings'],
    ['organizers', 'SIG UI publishes no organizers'],
    ['contact', 'SIG UI publishes no channel, mailing list or issues'],
    ['workstreams', 'SIG UI publishes no workstreams'],
    ['workstreams dns', 'SIG UI publishes no workstreams'],
    ['about', 'SIG UI publishes no mission'],
    ['howto', 'SIG UI publishes no guides'],
    ['hosts', "The group publishes no calendar, so I don't know who hosts what."],
    ['reminders', 'The group publishes no calendar, so no reminder is planned.'],
    ['remind me 10m', 'The group publishes no calendar that I can read'],
    ['last-meeting', 'The group publishes no calendar, so that I know of no past meeting.'],
  ])('%s says that', async (text, words) => {
    expect(await answer(text)).toContain(words);
  });

  it('sends nobody to notes and recordings that there are not', async () => {
    expect(await answer('last-meeting')).not.toContain('The notes and the recordings');
  });

  it('the Home tab has no empty parts', async () => {
    const blocks = await homeTab(context({ name: 'SIG UI' }));
    expect(JSON.stringify(blocks)).not.toMatch(/Workstreams|Organizers|undefined/);
  });
});

describe('the published rule', () => {
  it('shows no end where no length is published', async () => {
    const when = { nth: 3, ...clock };
    const words = await answer('next-meeting', {
      name: 'SIG X',
      meetings: [{ title: 'Sync', when }],
    });
    expect(words).toContain('the third Tuesday of each month at 09:00 (America/Los Angeles)');
    expect(words).toMatch(
      /By that rule the next ones are:\\n• <!date\^\d+\^[^>]+> \(Tue, 9:00 AM in Los Angeles\)/,
    );
    expect(words).not.toMatch(/Join|Agenda/);
  });

  it('tells of each meeting of several, and which one has no published time', async () => {
    const words = await answer('next-meeting', {
      name: 'SIG X',
      meetings: [
        { title: 'Main', when: { every_weeks: 2, ...clock }, join: 'https://zoom.us/j/1' },
        { title: 'Triage', when: { nth: 'last', ...clock } },
        { title: 'Docs' },
        { title: 'Release', when: { text: 'in the week of each release' } },
      ],
    });
    expect(words).toContain('*Main*: The published rule is every other Tuesday');
    expect(words).toContain('The page does not say which week it is');
    expect(words).toContain('*Triage*: The published rule is the last Tuesday of each month');
    expect(words).toContain('*Docs*: When it takes place is not published.');
    expect(words).toContain('*Release*: The published rule is in the week of each release.');
    expect(words).toContain('<https://zoom.us/j/1|Join>');
  });

  it.each<[NonNullable<NonNullable<GroupFile['meetings']>[number]['when']>, string]>([
    [{ every_weeks: 1, ...clock }, 'every Tuesday at 09:00'],
    [{ every_weeks: 4, ...clock }, 'every 4 weeks on Tuesday at 09:00'],
    [{ nth: [1, 3], ...clock }, 'the first and third Tuesday of each month'],
    [{ nth: 4, ...clock, days_after: 1 }, 'the Wednesday after the fourth Tuesday of each month'],
    [{ nth: 'last', ...clock, days_after: 8 }, '8 days after the last Tuesday of each month'],
  ])('reads as people say it: %j', async (when, words) => {
    const meetings = [{ title: 'Sync', when }];
    expect(await answer('about', { name: 'SIG X', meetings })).toContain(words);
  });
});

it('several notes documents and playlists are listed under their meetings', async () => {
  const meetings = ['Main', 'Triage'].map((title) => ({
    title,
    agenda: `https://docs.example/${title}`,
    recordings: `https://youtube.example/${title}`,
  }));
  const agenda = await answer('agenda', { name: 'SIG X', meetings });
  expect(agenda).toContain('*Main*: <https://docs.example/Main|agenda and notes>');
  expect(agenda).toContain('*Triage*: <https://docs.example/Triage|agenda and notes>');
  const recordings = await answer('recordings', { name: 'SIG X', meetings });
  expect(recordings).toContain('*Triage*: <https://youtube.example/Triage|recordings>');
});
