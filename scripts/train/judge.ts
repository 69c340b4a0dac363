import type { Invocation } from '../../src/commands/command.ts';
import { commands } from '../../src/commands/index.ts';
import { questionReader } from '../../src/commands/question-finder.ts';
import type { Group } from '../../src/group/schema.ts';
import { type Decision, decide } from '../../src/questions/decide.ts';
import type { Bands, Model } from '../../src/questions/model.ts';
import { resolver } from '../../src/questions/rank.ts';
import type { Reading } from '../../src/questions/reader.ts';
import { type Example, intentOf } from './examples.ts';
import { MEETINGS } from './setting.ts';

/** An example as a model read it, and what would have been right. */
export interface Read {
  readonly example: Example;
  readonly reading: Reading<Invocation>;
  /** What each label that is right asks for, as typed. */
  readonly wants: readonly string[];
  readonly also: readonly string[];
}

/**
 * `half`: one of two that were asked for was given, or another beside the right one.
 * `at once`: the right answer was given, or nothing where nothing is right. `offered`: the right answer is
 * among the buttons; for a question without an answer, there were buttons. `silent`: no answer where there is one.
 */
export type Outcome = 'at once' | 'half' | 'offered' | 'wrong' | 'silent';

/** Reads examples with a model, as the bot of this group would. */
export function readWith(
  model: Model,
  group: Group,
  titles: readonly string[] = [group.meetings[0]?.title ?? '', ...MEETINGS],
) {
  const read = questionReader(commands, group, titles, model);
  const resolve = resolver(commands.flatMap((command) => command.topic({ group, titles })));
  return (example: Example): Read => {
    const reading = read(example.text);
    const typed = (label: string) => {
      const [, name = ''] = label.split(/:(.*)/u);
      const intent = intentOf(label);
      if (intent.startsWith('small-talk')) return label;
      const topics = resolve(intent, name ? [name] : reading.ids, example.text);
      return topics.map((topic) => topic.typed).join(' + ') || 'nothing';
    };
    return { example, reading, wants: example.wants.map(typed), also: example.also.map(typed) };
  };
}

const SAID = {
  greeting: 'small-talk:hello',
  thanks: 'small-talk:thanks',
  acknowledgement: 'small-talk:ok',
};

/** What becomes of a question under these bands. */
export function outcomeOf({ example, reading, wants, also }: Read, bands: Bands): Outcome {
  const decision = decide(reading.whole, reading.clauses, bands);
  const given = givenBy(decision);
  if (example.wants.includes('none')) {
    if (decision.kind === 'likely') return 'offered';
    return decision.kind === 'unknown' ||
      decision.kind === 'small talk' ||
      given.every((typed) => also.includes(typed))
      ? 'at once'
      : 'wrong';
  }
  // What one answer tells is not asked for twice.
  const asked = [...new Set(wants)].filter(
    (want, _, all) => all.length === 1 || !want.startsWith('small-talk'),
  );
  const right = (typed: string) =>
    asked.includes(typed) || also.includes(typed) || asked.includes(given.join(' + '));
  switch (decision.kind) {
    case 'unknown':
      return 'silent';
    case 'likely':
      return decision.topics.some(({ typed }) => right(typed)) ? 'offered' : 'silent';
    case 'small talk':
      return right(SAID[decision.said]) ? 'at once' : 'silent';
    case 'one':
    case 'two':
      if (!given.some(right)) return 'wrong';
      return given.every(right) && (given.length >= asked.length || also.length > 0)
        ? 'at once'
        : 'half';
  }
}

function givenBy(decision: Decision<Invocation>): string[] {
  switch (decision.kind) {
    case 'one':
      return [decision.topic.typed];
    case 'two':
      return decision.topics.map(({ typed }) => typed);
    case 'likely':
    case 'small talk':
    case 'unknown':
      return [];
  }
}
