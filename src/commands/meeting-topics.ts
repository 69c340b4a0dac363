import type { Intent } from '../questions/intents.ts';
import type { Topic } from '../questions/topic.ts';
import type { Facts } from './command.ts';
import { specialTitles } from './question-names.ts';

/** What can be asked about meetings: one of all, and those of each workstream and title. */
export function meetingTopics(
  { group, titles }: Facts,
  intents: readonly Intent[],
  command: string,
  which: 'Last' | 'Next',
): Topic<string | undefined>[] {
  const names = [...group.workstreams.map(({ name }) => name), ...specialTitles(group, titles)];
  return [
    { intents, label: `${which} meeting`, typed: command, answer: undefined },
    ...names.map((name) => ({
      intents,
      of: name,
      label: `${which} meeting: ${name}`,
      typed: `${command} ${name}`,
      answer: name,
    })),
  ];
}
