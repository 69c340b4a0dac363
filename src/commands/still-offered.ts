import { stands } from '../calendar/meeting.ts';
import type { AnyTopic, Topic } from '../questions/topic.ts';
import type { Choice } from './answer.ts';
import type { Invocation, SharedContext } from './command.ts';

/** What can be asked for by these typed commands now: what has been taken away since is left out. */
export function stillOffered(
  typed: readonly string[],
  { commands, group, calendar }: SharedContext,
): readonly Choice[] {
  const meetings = calendar.kind === 'read' ? calendar.meetings.filter(stands) : [];
  const titles = meetings.map(({ title }) => title);
  const topics = commands.flatMap((command) => command.topic({ group, titles }));
  return [...new Set(typed)].flatMap((text) => {
    const found = topics.map((topic) => readAs(topic, text)).find((one) => one?.typed === text);
    return found ? [{ label: found.label, typed: found.typed }] : [];
  });
}

function readAs(
  topic: AnyTopic<Invocation>,
  text: string,
): Pick<Topic<Invocation>, 'label' | 'typed'> | undefined {
  return 'read' in topic ? topic.read(text) : topic;
}
