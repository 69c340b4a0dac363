import { describe, expect, it } from 'vitest';
import type { SlackBlock } from '../../sandbox/slack/block-kit.ts';
import type { StoredMessage } from '../../sandbox/slack/workspace.ts';
import { someone } from '../support/someone.ts';

const button: SlackBlock = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
};

/** A question in the channel, with an answer in its thread that has a button. */
function thread(visibleTo?: string) {
  const desk = someone();
  const { workspace, tools } = desk;
  workspace.addChannel('C1', 'wg-serving', ['U1']);
  const said = { channel: 'C1', user: 'U1', isBot: false, text: 'x', blocks: [] };
  const root = workspace.post(said);
  const answer = workspace.post({
    ...said,
    isBot: true,
    blocks: [button],
    threadTs: root.ts,
    ...(visibleTo !== undefined && { visibleTo }),
  });
  const urls = tools.responseUrls;
  const respond = (to: StoredMessage, body: Record<string, unknown>) =>
    urls.use(urls.issue('C1', 'U1', to), JSON.stringify(body));
  return { ...desk, root, answer, respond, last: () => workspace.messages('C1').at(-1) };
}

describe('a button in a threaded message', () => {
  it('tells the app which thread it was pressed in', async () => {
    const { pressIn, told, root, answer } = thread();
    await pressIn(answer, 'go');
    expect(told[0]).toMatchObject({
      container: { message_ts: answer.ts, thread_ts: root.ts, is_ephemeral: false },
      message: { ts: answer.ts, thread_ts: root.ts },
    });
  });

  it('does so too for an ephemeral message, which Slack does not keep', async () => {
    const { pressIn, told, root, answer } = thread('U1');
    await pressIn(answer, 'go');
    expect(told[0]).toMatchObject({ container: { thread_ts: root.ts, is_ephemeral: true } });
    expect(told[0]).not.toHaveProperty('message');
  });

  it('reports no thread if there is none', async () => {
    const { pressIn, told, workspace } = thread();
    const said = { channel: 'C1', user: 'U1', isBot: true, text: 'x', blocks: [button] };
    await pressIn(workspace.post(said), 'go');
    expect(told[0]).not.toHaveProperty('container.thread_ts');
    expect(told[0]).not.toHaveProperty('message.thread_ts');
  });
});

describe('a response_url', () => {
  it('answers in the given thread, or else at the root', () => {
    const { respond, root, answer, last } = thread();
    expect(respond(answer, { text: 'here', thread_ts: root.ts }).status).toBe(200);
    expect(last()).toMatchObject({ text: 'here', threadTs: root.ts, visibleTo: 'U1' });
    respond(answer, { text: 'there', response_type: 'in_channel' });
    expect(last()).not.toHaveProperty('threadTs');
  });

  it('keeps a replacement in the thread of the original', () => {
    const { respond, root, answer, last } = thread();
    respond(answer, { text: 'done', replace_original: true });
    expect(last()).toMatchObject({ text: 'done', threadTs: root.ts });
  });

  it('rejects an invalid thread', () => {
    const { respond, answer } = thread();
    expect(respond(answer, { text: 'x', thread_ts: 'soon' }).status).toBe(400);
  });
});
