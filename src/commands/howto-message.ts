import type { Group, Guide } from '../group/schema.ts';
import {
  actions,
  codeBlock,
  context,
  header,
  message,
  section,
  sections,
} from '../messages/blocks.ts';
import { groupSource } from '../messages/group-source.ts';
import { markdownLinks } from '../messages/markdown-links.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, code, join, link, Mrkdwn, md } from '../messages/mrkdwn.ts';
import { openFormButton } from './schedule.ts';

const SCHEDULE_GUIDE = 'schedule';
const RECORDING_TITLE = '{recording_title}';

type Piece = Mrkdwn | Block;

/** The guides that there are. */
export function guideListMessage(
  { name, guides }: Pick<Group, 'name' | 'guides'>,
  command: string,
): Message {
  if (guides.length === 0) {
    const none = md`${name} publishes no guides.`;
    return message(none, [section(none)]);
  }
  const titles = guides.map((guide) => md`${guide.title} (${guide.name})`);
  return message(md`Guides: ${join(titles, '; ')}.`, [
    header('How to'),
    sections(
      guides.map(
        (guide) => md`• ${bold(guide.title)}: type ${code(`${command} howto ${guide.name}`)}`,
      ),
    ),
  ]);
}

/** One guide as numbered steps. `recordingTitle` fills the step that names a recording. */
export function guideMessage(guide: Guide, recordingTitle: string, group: Group): Message {
  const spoken = guide.steps.map((step, index) => {
    const filled = step.replaceAll(RECORDING_TITLE, recordingTitle);
    return md`${index + 1}. ${markdownLinks(filled)}`;
  });
  return message(md`${guide.title}: ${join(spoken, ' ')}`, [
    header(guide.title),
    flow(guide.steps.flatMap((step, index) => stepPieces(step, index + 1, recordingTitle))),
    group.page === undefined
      ? groupSource(group)
      : context(md`From the group's own procedure: ${link(group.page, 'group page')}.`),
    // What the guide describes, the bot can begin.
    guide.name === SCHEDULE_GUIDE ? actions([openFormButton()]) : [],
  ]);
}

/** A step in pieces, so that the title stands in a box of its own, to be copied. */
function stepPieces(step: string, number: number, recordingTitle: string): Piece[] {
  const [first = '', ...others] = step.split(RECORDING_TITLE);
  return [
    md`${number}. ${markdownLinks(first.trim())}`,
    ...others.flatMap((text) => {
      const rest = text.trim();
      return [codeBlock(recordingTitle), ...(rest === '' ? [] : [markdownLinks(rest)])];
    }),
  ];
}

/** Pieces one below the other, texts together in as few blocks as hold them. */
function flow(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let texts: Mrkdwn[] = [];
  for (const piece of pieces) {
    if (piece instanceof Mrkdwn) {
      texts.push(piece);
    } else {
      blocks.push(...sections(texts, '\n\n'), piece);
      texts = [];
    }
  }
  return [...blocks, ...sections(texts, '\n\n')];
}

/** No guide has that name. */
export function noGuideMessage(group: Group, typed: string, command: string): Message {
  const { guides } = group;
  const list = guideListMessage(group, command);
  if (guides.length === 0) return list;
  const sentence = md`There is no guide on ${code(typed.slice(0, 60))}.`;
  return message(md`${sentence} Guides: ${guides.map((guide) => guide.name).join(', ')}.`, [
    section(sentence),
    list.blocks,
  ]);
}
