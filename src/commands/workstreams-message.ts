import type { Group, Workstream } from '../group/schema.ts';
import { actions, header, linkButton, message, section, sections } from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import type { Message } from '../messages/message.ts';
import { bold, code, join, link, md } from '../messages/mrkdwn.ts';

/** All workstreams with their documents. */
export function allWorkstreamsMessage({ name, page, workstreams }: Group): Message {
  const names = workstreams.map((stream) => stream.name).join(', ');
  return message(md`Workstreams of ${name}: ${names}.`, [
    header(`Workstreams of ${name}`),
    sections(workstreams.map(streamLine)),
    groupSource({ name, page }),
  ]);
}

/** The workstreams that were asked for. */
export function workstreamsMessage({ name, page }: Group, streams: readonly Workstream[]): Message {
  const documents = streams.map((stream) => md`${stream.name}: ${link(stream.doc, stream.doc)}`);
  return message(md`Workstream document of ${name}. ${join(documents, '; ')}`, [
    streams.map((stream) => section(md`${bold(stream.name)} is a workstream of ${name}.`)),
    actions(
      streams.map((stream, at) =>
        linkButton(`${stream.name} document`, stream.doc, `open-workstream-${at}`),
      ),
    ),
    groupSource({ name, page }),
  ]);
}

/** No workstream has that name. */
export function noWorkstreamMessage(group: Group, typed: string): Message {
  const names = group.workstreams.map((stream) => stream.name).join(', ');
  return message(md`There is no workstream ${code(typed.slice(0, 60))}. There are: ${names}.`, [
    section(md`${group.name} has no workstream ${code(typed.slice(0, 60))}. It has these:`),
    sections(group.workstreams.map(streamLine)),
  ]);
}

/** One workstream in a list. */
export function streamLine(stream: Workstream) {
  return md`• ${bold(stream.name)}: ${link(stream.doc, 'document')}`;
}
