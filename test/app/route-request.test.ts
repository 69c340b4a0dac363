import { describe, expect, it } from 'vitest';
import { requestRouter } from '../../src/app/route-request.ts';
import { registryOf } from '../../src/group/registry.ts';
import type { GroupFile } from '../../src/group/schema.ts';
import type { Request } from '../../src/slack/ports.ts';
import { at, groupOf, requestContext } from '../support/build.ts';

const ELSEWHERE = 'C0ELSEWHERE';

function desk(file: GroupFile) {
  const group = groupOf(file);
  const context = requestContext(at('2026-12-01T09:00'), { kind: 'not published' }, { group });
  const channels = [channelOf(group.id)];
  const places = { channels, reminders: undefined, organizers: undefined, alerts: undefined };
  return { group, places, contextFor: () => context };
}

function channelOf(id: string): string {
  return `C0${id.replace('-', '').toUpperCase()}`;
}

const desks = [
  desk({ id: 'wg-serving', name: 'WG Serving', workstreams: [{ name: 'Autoscaling' }] }),
  desk({ id: 'sig-autoscaling', name: 'SIG Autoscaling' }),
  desk({ id: 'sig-node', name: 'SIG Node' }),
  desk({ id: 'wg-batch', name: 'WG Batch' }),
  desk({ id: 'wg-agenda', name: 'Agenda' }),
];
const registry = registryOf(desks);

/** What becomes of a text: `group: what is asked of it`, or how it is answered instead. */
async function routed(text: string, channelId: string, given: Partial<Request> & Chosen = {}) {
  const { chosen, ...request } = given;
  const choices = { of: async () => chosen };
  const route = requestRouter({ registry, choices, slashCommand: '/wg-serving' });
  const found = await route(
    { asked: text, userId: 'U0MEMBER', channelId, via: 'slash', ...request },
    'slash command',
  );
  if (found.kind === 'answer') return `${found.answer.command}: ${optionsOf(found.answer)}`;
  return `${found.groupId ?? 'any group'}: ${String(found.asked)}`;
}

interface Chosen {
  readonly chosen?: string;
}

function optionsOf({ message }: { readonly message: { readonly blocks: unknown } }): string {
  const values = JSON.stringify(message.blocks).matchAll(/"value":"([^"]*)"/g);
  return [...values].map(([, id]) => id).join(' ');
}

describe('a request is for', () => {
  it.each([
    ['next-meeting', 'sig-node: next-meeting'],
    ['next-meeting sig-node', 'sig-node: next-meeting'],
    ['next-meeting node', 'sig-node: next-meeting'],
    ['when does node meet?', 'sig-node: when does meet?'],
    ['SIG Node', 'sig-node: next-meeting'],
    ['next-meeting wg-batch', 'wg-batch: next-meeting'],
    ['agenda batch', 'wg-batch: agenda'],
    ['WG Batch', 'wg-batch: next-meeting'],
    ['when does batch meet?', 'wg-batch: when does meet?'],
    ['how do I run a batch job?', 'sig-node: how do I run a batch job?'],
    ['next-meeting autoscaling', 'sig-autoscaling: next-meeting'],
    ['when do SIG Node and WG Batch meet?', 'sig-node: when do SIG Node and WG Batch meet?'],
    ['when do WG Serving and WG Batch meet?', 'which group: wg-serving wg-batch'],
    ['did WG Serving and WG Batch take part?', 'sig-node: did WG Serving and WG Batch take part?'],
    ['agenda', 'sig-node: agenda'],
    ["where's the agenda?", "sig-node: where's the agenda?"],
    ['agenda agenda', 'wg-agenda: agenda'],
    ['help agenda', 'sig-node: help agenda'],
    ['when does WG Agenda meet?', 'wg-agenda: when does WG Agenda meet?'],
  ])('in the channel of SIG Node: %s', async (text, found) => {
    expect(await routed(text, channelOf('sig-node'))).toBe(found);
  });

  it.each([
    ['next-meeting autoscaling', 'wg-serving: next-meeting autoscaling'],
    ['when does autoscaling meet?', 'wg-serving: when does autoscaling meet?'],
    ['when does SIG Autoscaling meet?', 'sig-autoscaling: when does SIG Autoscaling meet?'],
  ])('where Autoscaling is a workstream: %s', async (text, found) => {
    expect(await routed(text, channelOf('wg-serving'))).toBe(found);
    const direct = { via: 'direct message', chosen: 'wg-serving' } as const;
    expect(await routed(text, 'D0MEMBER', direct)).toBe(found);
  });

  it.each([
    ['when does batch meet?', 'wg-batch: when does meet?'],
    ['when do SIG Node and WG Batch meet?', 'which group: sig-node wg-batch'],
    ['next-meeting', 'which group: wg-serving sig-autoscaling sig-node wg-batch wg-agenda'],
    ['agenda', 'which group: wg-serving sig-autoscaling sig-node wg-batch wg-agenda'],
    ['help', 'any group: help'],
  ])('in no group’s channel: %s', async (text, found) => {
    expect(await routed(text, ELSEWHERE)).toBe(found);
  });
});
