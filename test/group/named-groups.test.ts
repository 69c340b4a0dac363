import { describe, expect, it } from 'vitest';
import { meetingTalkReader } from '../../src/group/meeting-talk.ts';
import { groupNameReader, groupOfBareName, type NamedGroup } from '../../src/group/named-groups.ts';
import { groupOf } from '../support/build.ts';

const node = groupOf({ id: 'sig-node', name: 'SIG Node' });
const lifecycle = groupOf({ id: 'wg-node-lifecycle', name: 'WG Node Lifecycle' });
const batch = groupOf({ id: 'wg-batch', name: 'WG Batch', full_name: 'Batch Working Group' });
const steering = groupOf({ id: 'committee-steering', name: 'Steering Committee' });
const groups = [node, lifecycle, batch, steering];

/** What a text names, and what is left of it. */
function read(text: string, among = groups, isWord?: (word: string) => boolean) {
  return inWords(groupNameReader(among, isWord)(text));
}

function inWords(named: NamedGroup): string {
  switch (named.kind) {
    case 'none':
      return 'none';
    case 'one':
      return `${named.group.id}: ${named.rest}`;
    case 'several':
      return named.groups.map(({ id }) => id).join(' or ');
  }
}

describe('names of groups in a text', () => {
  it.each([
    ['when does SIG Node meet?', 'sig-node: when does meet?'],
    ['the agenda of wg-node-lifecycle', 'wg-node-lifecycle: the agenda'],
    ['who chairs the Batch Working Group', 'wg-batch: who chairs the'],
    ['when do WG Batch and SIG Node meet?', 'sig-node or wg-batch'],
    ['when does batch meet?', 'none'],
    ['when does LTS meet?', 'none'],
  ])('%s', (text, found) => {
    expect(read(text)).toBe(found);
  });

  it('of which two groups have the same one name both', () => {
    const alpha = groupOf({ id: 'alpha', name: 'Beta' });
    const beta = groupOf({ id: 'beta', name: 'Gamma', contact: { slack_channel: '#shared' } });
    const delta = groupOf({ id: 'delta', name: 'Delta', contact: { slack_channel: '#shared' } });
    expect(read('next-meeting beta', [alpha, beta, delta])).toBe('alpha or beta');
    expect(read('when does #shared meet', [alpha, beta, delta])).toBe('beta or delta');
    expect(read('next-meeting gamma', [alpha, beta, delta])).toBe('beta: next-meeting');
  });

  it('that are words for other things count only with the kind of the group', () => {
    const agenda = groupOf({ id: 'wg-agenda', name: 'Agenda' });
    const isWord = (word: string) => word === 'agenda';
    expect(read("where's the agenda?", [agenda, node], isWord)).toBe('none');
    expect(read('when does WG Agenda meet', [agenda, node], isWord)).toBe(
      'wg-agenda: when does meet',
    );
  });

  it('without a letter are in no text', () => {
    const dots = groupOf({ id: 'sig-dots', name: '…' });
    expect(read('when does it meet', [dots, node])).toBe('none');
  });
});

describe('the name alone, without the kind of the group', () => {
  it.each([
    ['batch', 'wg-batch'],
    ['Node Lifecycle', 'wg-node-lifecycle'],
    ['steering', 'committee-steering'],
    ['', undefined],
    ['batch jobs', undefined],
  ])('%j', (typed, id) => {
    expect(groupOfBareName(groups, typed)?.id).toBe(id);
  });

  it.each([
    ['when does batch meet?', 'wg-batch: when does meet?'],
    ["when's the next node lifecycle meeting", "wg-node-lifecycle: when's the next meeting"],
    ['is there a node call today', 'sig-node: is there a call today'],
    ['when is the steering committee meeting', 'committee-steering: when is the committee meeting'],
    ['is the batch meeting before the node meeting?', 'sig-node or wg-batch'],
    ['how do I run a batch job', 'none'],
    ['a node that met with an accident', 'none'],
    ['who cares for scheduling meetings', 'none'],
    ['when do batch and node meet', 'none'],
  ])('in a question about its meeting: %s', (text, found) => {
    expect(inWords(meetingTalkReader(groups)(text))).toBe(found);
  });
});
