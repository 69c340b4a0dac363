import type { Guide } from '../group/schema.ts';
import { context, header, message, section, sections } from '../messages/blocks.ts';
import { markdownLinks } from '../messages/markdown-links.ts';
import type { Message } from '../messages/message.ts';
import { bold, code, join, md } from '../messages/mrkdwn.ts';

/** The guides that there are. */
export function guideListMessage(guides: readonly Guide[], command: string): Message {
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
export function guideMessage(guide: Guide, recordingTitle: string, page: string): Message {
  const steps = guide.steps.map((step, index) => {
    const filled = step.replaceAll('{recording_title}', recordingTitle);
    return md`${index + 1}. ${markdownLinks(filled)}`;
  });
  return message(md`${guide.title}: ${join(steps, ' ')}`, [
    header(guide.title),
    sections(steps, '\n\n'),
    context(md`From the group's own procedure: ${markdownLinks(`[group page](${page})`)}.`),
  ]);
}

/** No guide has that name. */
export function noGuideMessage(guides: readonly Guide[], typed: string, command: string): Message {
  const list = guideListMessage(guides, command);
  const sentence = md`There is no guide on ${code(typed.slice(0, 60))}.`;
  return message(md`${sentence} Guides: ${guides.map((guide) => guide.name).join(', ')}.`, [
    section(sentence),
    list.blocks,
  ]);
}
