import { expect, it } from 'vitest';
import { registryOf } from '../../src/group/registry.ts';
import { header, message } from '../../src/messages/blocks.ts';
import type { Message } from '../../src/messages/message.ts';
import { md } from '../../src/messages/mrkdwn.ts';
import type { KeptPoster } from '../../src/organizers/ports.ts';
import { stampingPoster } from '../../src/slack/stamping-poster.ts';
import { groupOf } from '../support/build.ts';

const NOWHERE = { reminders: undefined, organizers: undefined, alerts: undefined };
const groups = registryOf([
  {
    group: groupOf({ id: 'sig-a', name: 'SIG A' }),
    places: { ...NOWHERE, channels: ['C0A'], organizers: 'C0LEADS' },
  },
  { group: groupOf({ id: 'sig-b', name: 'SIG B' }), places: { ...NOWHERE, channels: ['C0B'] } },
]);

function recorder() {
  const said: Message[] = [];
  const poster: KeptPoster = {
    async post(one) {
      said.push(one);
      return { kind: 'posted', channel: 'C0A', ts: '1' };
    },
    async edit(_, one) {
      said.push(one);
      return { kind: 'edited' };
    },
    find: async () => ({ kind: 'not there' }),
    remove: async () => ({ kind: 'edited' }),
  };
  return { said, poster: stampingPoster(poster, groups) };
}

it.each([
  ['in the channel of the group', { kind: 'channel', channelId: 'C0A' }, undefined],
  ['in its organizers’ channel', { kind: 'channel', channelId: 'C0LEADS' }, undefined],
  ['in a channel of several groups', { kind: 'channel', channelId: 'C0ALL' }, 'For *SIG A*.'],
  ['in another group’s channel', { kind: 'channel', channelId: 'C0B' }, 'For *SIG A*.'],
  ['in a direct message', { kind: 'person', userId: 'U0MEMBER' }, 'For *SIG A*.'],
] as const)('a post and its edits %s', async (_, destination, whose) => {
  const { said, poster } = recorder();
  const reminder = message(md`Regular SIG Meeting starts soon.`, [header('Regular SIG Meeting')]);
  const metadata = { key: 'k', groupId: 'sig-a', destination, kind: 'reminder' } as const;
  await poster.post(reminder, metadata);
  await poster.edit({ channel: 'C0A', ts: '1' }, reminder, metadata);
  expect(said).toHaveLength(2);
  for (const { text, blocks } of said) {
    expect(text).toBe(`${whose ? 'SIG A: ' : ''}Regular SIG Meeting starts soon.`);
    expect(JSON.stringify(blocks[0])).toContain(whose ?? 'Regular SIG Meeting');
  }
});
