import { type Meeting, stands } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import { decideOn, type Finder } from '../questions/finder.ts';
import type { Model } from '../questions/model.ts';
import { ownModel } from '../questions/own-model.ts';
import { type Reader, readerOver } from '../questions/reader.ts';
import type { Command, Invocation } from './command.ts';
import { questionNames } from './question-names.ts';

// A word of a title that tells less is one that questions of all sorts have: in bits, 1 in 250 examples.
const TELLING = 8;

/** Reads questions about the group and the meetings of these titles. */
export function questionReader(
  commands: readonly Command[],
  group: Group,
  titles: readonly string[],
  model: Model,
): Reader<Invocation> {
  const topics = commands.flatMap((command) => command.topic({ group, titles }));
  const isCommon = (word: string) => model.information(word) < TELLING;
  return readerOver(topics, questionNames(group, titles, isCommon), model);
}

/** Finds what answers them. */
export function questionFinder(
  commands: readonly Command[],
  group: Group,
  titles: readonly string[],
): Finder<Invocation> {
  const model = ownModel();
  const read = questionReader(commands, group, titles, model);
  return (text, before) => decideOn(read(text, before), model.bands, before);
}

/** The same, rebuilt only when the list of meetings changes. */
export function cachedQuestionFinder(
  commands: readonly Command[],
  group: Group,
): (meetings: readonly Meeting[]) => Finder<Invocation> {
  let last: { meetings: readonly Meeting[]; find: Finder<Invocation> } | undefined;
  return (meetings) => {
    if (last?.meetings !== meetings) {
      const titles = meetings.filter(stands).map(({ title }) => title);
      last = { meetings, find: questionFinder(commands, group, titles) };
    }
    return last.find;
  };
}
