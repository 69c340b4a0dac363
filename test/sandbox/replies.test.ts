import { expect, it } from 'vitest';
import { postEphemeral } from '../../sandbox/slack/methods/chat.ts';
import { history, replies } from '../../sandbox/slack/methods/conversations.ts';
import { PostRate } from '../../sandbox/slack/post-rate.ts';
import { BOT } from '../../sandbox/slack/workspace.ts';
import { at } from '../support/build.ts';
import { someone } from '../support/someone.ts';

it('a thread is read oldest first, without what only one member sees', () => {
  const { workspace, tools } = someone();
  workspace.addChannel('C1', 'in', [BOT.userId, 'U1']);
  const clock = { now: () => at('2026-12-01T09:00') };
  const context = { ...tools, postRate: new PostRate(clock, 100), socketUrl: () => '' };
  const write = (text: string, threadTs?: string) =>
    workspace.post({
      channel: 'C1',
      user: 'U1',
      isBot: false,
      text,
      blocks: [],
      ...(threadTs !== undefined && { threadTs }),
    });
  const root = write('root');
  write('elsewhere');
  write('first', root.ts);
  postEphemeral({ channel: 'C1', user: 'U1', text: 'private', thread_ts: root.ts }, context);
  write('second', root.ts);

  const textsIn = (result: unknown) => JSON.stringify(result).match(/(?<="text":")\w+/gu);
  const page = { channel: 'C1', ts: root.ts, limit: '2' };
  expect(textsIn(replies(page, context))).toEqual(['root', 'first']);
  expect(textsIn(replies({ ...page, cursor: 'after:2' }, context))).toEqual(['second']);
  expect(textsIn(history({ channel: 'C1' }, context))).toEqual(['elsewhere', 'root']);
});
