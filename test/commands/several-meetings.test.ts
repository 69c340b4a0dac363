import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { meetingsFromEvents } from '../../src/google/meetings.ts';
import { meetingNames } from '../../src/group/lookup.ts';
import { at, groupOf, meeting, readCalendar, requestContext } from '../support/build.ts';
import { event } from '../support/world.ts';

const now = at('2026-12-01T08:30');
const clock = { weekday: 'wednesday', time: '09:00', zone: 'America/Los_Angeles' } as const;

const sig = groupOf({
  name: 'SIG Cluster Lifecycle',
  meetings: [
    {
      title: 'Regular SIG Meeting',
      when: { every_weeks: 2, ...clock },
      join: 'https://zoom.us/j/1',
      agenda: 'https://docs.example/sig',
      recordings: 'https://youtube.example/sig',
    },
    {
      title: 'kubeadm Office Hours',
      subproject: 'kubeadm',
      when: { every_weeks: 2, ...clock, anchor: '2026-12-02' },
      join: 'https://zoom.us/j/2',
      agenda: 'https://docs.example/kubeadm',
      recordings: 'https://youtube.example/kubeadm',
    },
    {
      title: 'Office Hours',
      subproject: 'image-builder',
      when: { nth: 1, ...clock },
      agenda: 'https://docs.example/images',
    },
  ],
});

const regularly = meeting('2026-12-02T09:00', { title: 'Regular SIG Meeting' });

async function ask(text: string, meetings?: readonly Meeting[]) {
  const state = meetings ? readCalendar(meetings, now) : ({ kind: 'not published' } as const);
  const { command, message } = await dispatch(text, requestContext(now, state, { group: sig }));
  return { command, words: JSON.stringify(message) };
}

describe('without a calendar', () => {
  it('a name gets the rule of that meeting alone, with its subproject', async () => {
    const { words } = await ask('next-meeting image builder');
    expect(words).toContain('Office Hours (image-builder)');
    expect(words).toContain('the first Wednesday of each month');
    expect(words).not.toContain('Regular SIG Meeting');
  });

  it('a near miss finds it', async () => {
    const { words } = await ask('next-meeting kubeadmn');
    expect(words).toContain('kubeadm Office Hours');
    expect(words).toContain('By that rule the next ones are');
  });

  it('a question finds it', async () => {
    const { command, words } = await ask('when are the kubeadm office hours?');
    expect(command).toBe('next-meeting');
    expect(words).toContain('kubeadm Office Hours');
    expect(words).not.toContain('Regular SIG Meeting');
  });
});

describe('with a calendar that has only some of them', () => {
  it('says which published ones it lacks', async () => {
    const { words } = await ask('next-meeting', [regularly]);
    expect(words).toContain('Published, but not in the calendar');
    expect(words).toContain('kubeadm Office Hours, Office Hours (image-builder)');
  });

  it('tells the rule of one that it lacks', async () => {
    const { words } = await ask('next-meeting kubeadm', [regularly]);
    expect(words).toContain(
      "The group's calendar does not have it. The published rule is every other",
    );
  });

  it('tells no rule of one that it has and that is cancelled or over', async () => {
    const over = meeting('2026-11-18T09:00', { title: 'kubeadm Office Hours' });
    const { words } = await ask('next-meeting kubeadm', [regularly, over]);
    expect(words).toContain('has no meeting of the name *kubeadm* ahead');
    expect(words).not.toContain('published rule');
  });

  it('shows the meeting itself if it is there', async () => {
    const ahead = meeting('2026-12-03T09:00', { title: 'kubeadm Office Hours' });
    const { words } = await ask('next-meeting kubeadm', [regularly, ahead]);
    expect(words).toContain(`<!date^${ahead.start.toSeconds()}^{date_long}`);
  });
});

describe('documents and recordings', () => {
  it.each([
    [
      'agenda',
      ['https://docs.example/sig', 'https://docs.example/kubeadm', 'https://docs.example/images'],
    ],
    ['agenda kubeadm', ['https://docs.example/kubeadm']],
    ['where are the notes of image builder', ['https://docs.example/images']],
    ['recordings kubeadm', ['https://youtube.example/kubeadm']],
    ['recordings', ['https://youtube.example/sig', 'https://youtube.example/kubeadm']],
  ])('%s', async (text, links) => {
    const { words } = await ask(text);
    const all = [...words.matchAll(/https:\/\/(?:docs|youtube)\.example\/\w+/gu)].map(
      ([url]) => url,
    );
    expect([...new Set(all)]).toEqual(links);
  });

  it('of the last meeting are its own', async () => {
    const held = meeting('2026-11-25T09:00', { title: 'kubeadm Office Hours' });
    const { words } = await ask('last-meeting kubeadm', [held]);
    expect(words).toContain('https://youtube.example/kubeadm');
  });
});

it('each meeting is recognized in the calendar, and uses its own link', () => {
  const items = ['Regular SIG Meeting', 'kubeadm office hours', 'Something else'].map(
    (summary, at) => event(`e${at}`, '2026-12-02T09:00', { summary }),
  );
  const { meetings } = meetingsFromEvents(items, { published: sig, zone: 'UTC', known: [] });
  expect(meetings.map(({ regular, joinLink }) => ({ regular, joinLink }))).toEqual([
    { regular: true, joinLink: 'https://zoom.us/j/1' },
    { regular: true, joinLink: 'https://zoom.us/j/2' },
    { regular: false, joinLink: undefined },
  ]);
});

it('a subproject’s name stands for the titles of its meetings', () => {
  expect(meetingNames(sig, 'kubeadm')).toEqual(['kubeadm', 'kubeadm Office Hours']);
});
