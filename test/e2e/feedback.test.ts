import { describe, expect, it } from 'vitest';
import type { SlackFault } from '../../sandbox/slack/server.ts';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import { CHANNEL, type World } from '../../sandbox/world.ts';
import { FEEDBACK_ACTION } from '../../src/feedback/feedback-buttons.ts';
import { group, memoryLogger } from '../support/build.ts';
import { feedbackIn, pressFeedback, withFeedbackValue } from '../support/feedback.ts';
import {
  ACTORS,
  biweekly,
  buttonIn,
  inWorld,
  replyOf,
  takeTurn,
  wordsOf,
} from '../support/world.ts';

const NOW = '2026-12-01T08:30';
const events = [biweekly('s', '2026-12-02T09:00')];
const member = ACTORS.member.id;
const organizer = ACTORS.organizer.id;
const direct = `D${member.slice(1)}`;
// Sure enough to be answered, and near to other answers.
const QUESTION = 'who runs this?';
// What the model finds likely else is its own affair.
const OTHERS = JSON.stringify({
  verdict: 'not what I asked',
  intent: 'organizers',
  others: ['workstreams', 'next-meeting', 'on Feb 17'],
});
const AUTOSCALING = group().workstreams[0]?.doc ?? '';
const PEOPLE = group().organizers.map(({ name }) => name);

async function ask({ slack }: World, text: string): Promise<StoredMessage> {
  return replyOf(await takeTurn(slack, 'member', text));
}

/** What the bot said since `before` messages were there. */
function since({ slack }: World, channel: string, before: number): readonly StoredMessage[] {
  return slack.workspace.messages(channel).slice(before);
}

/** Presses a feedback button, and waits for what the bot says. */
async function press(
  world: World,
  answer: StoredMessage,
  which: 'helpful' | 'not asked',
  userId: string = member,
): Promise<StoredMessage> {
  const before = world.slack.workspace.messages(answer.channel).length;
  await pressFeedback(world.slack, userId, answer, which);
  await expect.poll(() => since(world, answer.channel, before)).toHaveLength(1);
  const [said] = since(world, answer.channel, before);
  if (!said) throw new Error('nothing was said');
  return said;
}

async function statusOf({ slack }: World): Promise<string> {
  return wordsOf(replyOf(await takeTurn(slack, 'organizer', '/wg-serving status')));
}

describe('the buttons', () => {
  it.each([
    ['a mention', `@wg-serving ${QUESTION}`],
    ['a direct message', QUESTION],
  ])('are below the answer to %s in free words', async (_, text) => {
    await inWorld(NOW, { events }, async (world) => {
      const answer = await ask(world, text);
      expect(answer.blocks.at(-1)?.type).toBe('context_actions');
      const { positive_button, negative_button } = feedbackIn(answer);
      expect(positive_button).toMatchObject({ text: { text: 'Helpful' } });
      expect(negative_button).toMatchObject({ text: { text: 'Not what I asked' } });
      expect(negative_button.value).not.toContain('runs');
    });
  });

  it.each([
    ['a command', '@wg-serving organizers'],
    ['a slash command', `/wg-serving ask ${QUESTION}`],
    ['what is not known', '@wg-serving what was decided about DRA'],
    ['a greeting', '@wg-serving hello'],
    ['what is for one person alone', 'which reminders did I set?'],
    ['a wish', 'remind me 15m before meetings'],
  ])('are not below %s', async (_, text) => {
    await inWorld(NOW, { events }, async (world) => {
      expect(wordsOf(await ask(world, text))).not.toContain(FEEDBACK_ACTION);
    });
  });

  it.each([
    ['a mention', CHANNEL, '@wg-serving '],
    ['a direct message', direct, ''],
  ])('change with the answer when %s is edited', async (_, channel, prefix) => {
    await inWorld(NOW, { events }, async ({ slack }) => {
      const { message } = await slack.say(member, channel, `${prefix}${QUESTION}`);
      const answer = () => slack.workspace.messages(channel).find(({ isBot }) => isBot);
      const valueNow = () => {
        const found = answer();
        return found && wordsOf(found).includes(FEEDBACK_ACTION)
          ? feedbackIn(found).positive_button.value
          : 'none';
      };
      await expect.poll(valueNow).toContain('organizers');
      await slack.edit(message, `${prefix}where is the autoscaling doc?`);
      await expect.poll(valueNow).toContain('workstream');
      await slack.edit(message, `${prefix}what was decided about DRA`);
      await expect.poll(valueNow).toBe('none');
    });
  });

  it('are left out where Slack does not know them, and the rest of the answer stays', async () => {
    const fault: SlackFault = ({ params }, run) =>
      params.blocks?.includes('context_actions')
        ? { status: 200, body: { ok: false, error: 'invalid_blocks' } }
        : run();
    await inWorld(NOW, { events, slack: { fault } }, async (world) => {
      const answer = await ask(world, `@wg-serving ${QUESTION}`);
      expect(answer.blocks.length).toBeGreaterThan(0);
      expect(wordsOf(answer)).not.toContain(FEEDBACK_ACTION);
    });
  });
});

describe('a press', () => {
  it('in a channel is answered for the one who pressed alone, in the thread', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const answer = await ask(world, `@wg-serving ${QUESTION}`);
      for (const which of ['helpful', 'not asked'] as const) {
        const said = await press(world, answer, which, organizer);
        expect(said).toMatchObject({ visibleTo: organizer, threadTs: answer.threadTs });
        expect(said.text).not.toMatch(/<[@!]/);
      }
    });
  });

  it('says which other answers there are, one of which takes the place of the list', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const answer = withFeedbackValue(await ask(world, `@wg-serving ${QUESTION}`), OTHERS);
      const said = await press(world, answer, 'not asked');
      expect(said.text).toContain('Did you mean');
      expect(wordsOf(said)).not.toContain(FEEDBACK_ACTION);
      expect(buttonIn(said, 'Workstreams')).toBe('likely-0');
      expect(buttonIn(said, 'Meetings: Feb 17')).toBe('likely-2');
      await world.slack.press(member, said, 'likely-0');
      const seen = () =>
        world.slack.workspace.messages(CHANNEL).filter(({ visibleTo }) => visibleTo);
      await expect.poll(() => seen().map(wordsOf).join()).not.toContain('Did you mean');
      expect(seen()).toMatchObject([{ visibleTo: member, threadTs: answer.threadTs }]);
      expect(seen().map(wordsOf).join()).toContain(AUTOSCALING);
      expect(seen().map(wordsOf).join()).not.toContain(FEEDBACK_ACTION);
    });
  });

  it('says who would know where nothing else may have been meant', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const answer = await ask(world, QUESTION);
      const value = JSON.stringify({ verdict: 'not what I asked', intent: 'host', others: [] });
      const said = await press(world, withFeedbackValue(answer, value), 'not asked');
      expect(said.text).toContain(PEOPLE[0]);
      expect(said.text).not.toMatch(/<[@!]/);
    });
  });

  it('in a direct message is answered there', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const answer = withFeedbackValue(await ask(world, QUESTION), OTHERS);
      const said = await press(world, answer, 'not asked');
      expect(said.visibleTo).toBeUndefined();
      await world.slack.press(member, said, 'likely-0');
      const last = () => world.slack.workspace.messages(direct).map(wordsOf).join();
      await expect.poll(last).not.toContain('Did you mean');
    });
  });

  it('counts once for each person and answer, as status says', async () => {
    await inWorld(NOW, { events }, async (world) => {
      expect(await statusOf(world)).toContain('Nobody has said');
      const answer = await ask(world, `@wg-serving ${QUESTION}`);
      await press(world, answer, 'not asked');
      await press(world, answer, 'not asked');
      await press(world, answer, 'helpful');
      await press(world, answer, 'helpful', organizer);
      const status = await statusOf(world);
      expect(status).toContain('1 said to be helpful and 1 not what was asked');
      expect(status).toContain('`organizers`: 1 not what was asked, 1 helpful');
    });
  });

  it('works a day later and after a restart', async () => {
    await inWorld(NOW, { events }, async (world) => {
      const answer = withFeedbackValue(await ask(world, `@wg-serving ${QUESTION}`), OTHERS);
      await press(world, answer, 'helpful');
      world.clock.set(world.clock.now().plus({ days: 2 }));
      await world.restart();
      expect((await press(world, answer, 'not asked')).text).toContain('Did you mean');
      expect(await statusOf(world)).toContain('0 said to be helpful and 1 not what was asked');
    });
  });

  it.each([
    ['an intent that there is not', { intent: 'salaries' }],
    ['commands that there are not', { others: ['rm -rf', 'forget me', 'workstreams x'] }],
  ])('with %s is answered, and never believed', async (_, changes) => {
    await inWorld(NOW, { events }, async (world) => {
      const answer = await ask(world, QUESTION);
      const value = { verdict: 'not what I asked', intent: 'salaries', others: [], ...changes };
      const forged = withFeedbackValue(answer, JSON.stringify(value));
      const said = await press(world, forged, 'not asked');
      expect(said.text).toContain(PEOPLE[0]);
      expect(wordsOf(said)).not.toMatch(/rm -rf|likely-/);
      expect(await statusOf(world)).toContain('Nobody has said');
    });
  });

  it('with a value that says nothing does nothing, and nothing fails', async () => {
    const { logger, lines } = memoryLogger();
    await inWorld(
      NOW,
      { events },
      async (world) => {
        const answer = await ask(world, QUESTION);
        for (const value of ['', '{}', 'helpful', '{"verdict":"helpful"']) {
          await pressFeedback(world.slack, member, withFeedbackValue(answer, value), 'not asked');
        }
        expect(await statusOf(world)).toContain('Nobody has said');
        expect(lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
      },
      logger,
    );
  });
});
