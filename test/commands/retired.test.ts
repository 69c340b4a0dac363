import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBlocks, MESSAGE_BLOCKS } from '../../sandbox/slack/block-kit.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { commands } from '../../src/commands/index.ts';
import { OWN_GROUP_FILE } from '../../src/group/load.ts';
import { parseGroup } from '../../src/group/parse.ts';
import { homeTab } from '../../src/home/home-tab.ts';
import { at, group, meeting, readCalendar, requestContext } from '../support/build.ts';

const now = at('2026-12-01T08:30');
const calendar = readCalendar([meeting('2026-12-02T09:00')], now);

function shipped() {
  const parsed = parseGroup(readFileSync(OWN_GROUP_FILE, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.group;
}

const retired = requestContext(now, calendar, { group: shipped() });
const LINE = '*WG Serving retired in February 2026.*';

async function ask(text: string, context = retired) {
  const { command, kind, message } = await dispatch(text, context);
  return { command, kind, words: JSON.stringify(message) };
}

describe('a retired group', () => {
  it.each([
    'next-meeting',
    'upcoming',
    'agenda',
    'recordings',
    'organizers',
    'contact',
    'about',
    'howto upload',
  ])('says so first, in one line: %s', async (text) => {
    const { message } = await dispatch(text, retired);
    expect(JSON.stringify(message.blocks[0])).toContain(LINE);
    expect(message.text).toMatch(/^WG Serving retired in February 2026\. /);
    expect(JSON.stringify(message).split(LINE)).toHaveLength(2);
  });

  it('says it once where two things are answered', async () => {
    const { words } = await ask('the DRA doc and the orchestration doc');
    expect(words.split(LINE)).toHaveLength(2);
  });

  it.each(['help', 'forget', 'hello', 'thanks'])(
    'says nothing of it where it does not matter: %s',
    async (text) => {
      expect((await ask(text)).words).not.toContain('retired in February');
    },
  );

  it('shows the meetings that are left in the calendar', async () => {
    const { words } = await ask('next-meeting');
    expect(words).toContain('WG Serving Weekly Meeting');
    expect(words).not.toContain('Remind me');
  });

  it('tells no rule of meetings that no longer take place', async () => {
    const unread = requestContext(now, { kind: 'never read', failing: true }, { group: shipped() });
    const { words } = await ask('next-meeting', unread);
    expect(words).toContain('holds no regular meetings any more');
    expect(words).not.toContain('published rule');
    expect((await ask('about')).words).toContain('none any more');
  });

  it.each([
    ['who took over autoscaling?', 'SIG Node and SIG Scheduling'],
    ['who took over multi-node', 'SIG Apps'],
    ['what happened to DRA', 'WG Device Management'],
    ['who owns the inference extension now?', 'SIG Network'],
    ['successors orchestration', 'SIG Scheduling and SIG Node'],
    ['successors LWS', 'SIG Apps'],
    ['successors serving catalog', 'Inference Perf'],
  ])('%s', async (text, by) => {
    const { command, words } = await ask(text);
    expect(command).toBe('successors');
    expect(words).toContain(`is now with ${by}`);
  });

  it.each(['successors', 'what happened to the group?', 'who took over from wg serving'])(
    'lists all who took over: %s',
    async (text) => {
      const { command, words } = await ask(text);
      expect(command).toBe('successors');
      expect(words).toContain('*Inference Perf*: SIG Scalability');
    },
  );

  it('says what it does not know, and who took over the rest', async () => {
    const { words } = await ask('successors quantum computing');
    expect(words).toContain("I don't know who took over *quantum computing*");
    expect(words).toContain('*Autoscaling*: SIG Node and SIG Scheduling');
  });

  it('names the successor beside each workstream', async () => {
    expect((await ask('workstreams')).words).toContain('now with SIG Apps');
    expect((await ask('workstreams autoscaling')).words).toContain(
      'was a workstream of WG Serving',
    );
  });

  it('sets no reminders, and can still end those that are set', async () => {
    expect((await ask('remind me 15m')).words).toContain('There are no reminders of it any more');
    expect((await ask('remind off')).words).toContain('off');
    expect(JSON.stringify(await homeTab(retired))).not.toContain('Your reminders');
  });

  it('sends nobody to its archived channel', async () => {
    const { words } = await ask('what is the airspeed of an unladen swallow');
    expect(words).toContain('/wg-serving successors');
    expect(words).not.toContain('Ask in');
  });

  it('has a checklist for its retirement', async () => {
    const { words } = await ask('how do I retire the group');
    expect(words).toContain('Zoom account');
    expect(words).toContain('mailing lists');
  });

  it('sends only what Slack takes', async () => {
    for (const { name } of commands) {
      const { message } = await dispatch(name, retired);
      expect(checkBlocks(message.blocks, MESSAGE_BLOCKS), name).toMatchObject({ ok: true });
    }
  });
});

describe('an active group', () => {
  const active = requestContext(now, calendar, { group: group() });

  it('is not listed as having successors', async () => {
    expect((await ask('help', active)).words).not.toContain('successors');
    expect((await ask('help')).words).toContain('successors');
    expect((await ask('successors', active)).words).toContain('WG Serving is active');
  });
});
