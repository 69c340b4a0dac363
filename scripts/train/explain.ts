import { commands } from '../../src/commands/index.ts';
import { questionReader } from '../../src/commands/question-finder.ts';
import type { Group } from '../../src/group/schema.ts';
import { closeness } from '../../src/questions/closeness.ts';
import { readAs } from '../../src/questions/features.ts';
import { decideOn } from '../../src/questions/finder.ts';
import type { Token } from '../../src/questions/mask.ts';
import type { Model } from '../../src/questions/model.ts';
import type { Example } from './examples.ts';
import { exampleMask, exampleSentences, MEETINGS } from './setting.ts';

const MAX_INTENTS = 4;
const MAX_REASONS = 8;
const MAX_NEAREST = 3;

/** Why a question is answered as it is: how it is read, what speaks for it, and the examples nearest to it. */
export function explain(
  text: string,
  model: Model,
  group: Group,
  examples: readonly Example[],
): string {
  const reading = questionReader(commands, group, MEETINGS, model)(text);
  const { decision } = decideOn(reading, model.bands);
  const parts = [reading.question.tokens, ...reading.question.clauses];
  const topics =
    decision.kind === 'one' ? [decision.topic] : 'topics' in decision ? decision.topics : [];
  return [
    `${decision.kind}: ${topics.map(({ typed }) => typed).join(' | ')}`,
    ...parts.map((tokens) => explainPart(tokens, model)),
    'nearest examples',
    ...nearest(reading.question.tokens, model, group, examples),
    '',
  ].join('\n');
}

function explainPart(tokens: readonly Token[], model: Model): string {
  const likeliest = [...model.predict(tokens)]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MAX_INTENTS);
  const lines = likeliest.map(([intent, share]) => {
    const reasons = model.reasons(tokens, intent).slice(0, MAX_REASONS);
    const words = reasons.map(({ feature, weight }) => `${feature} ${weight.toFixed(2)}`);
    return `  ${intent.padEnd(20)} ${share.toFixed(3)}  ${words.join(', ')}`;
  });
  return [`“${tokens.map(readAs).join(' ')}”`, ...lines].join('\n');
}

function nearest(
  tokens: readonly Token[],
  model: Model,
  group: Group,
  examples: readonly Example[],
): string[] {
  const mask = exampleMask(group, model.vocabulary);
  return examples
    .map((example) => ({
      example,
      close: closeness(tokens, exampleSentences(example.text).flatMap(mask), model),
    }))
    .toSorted((a, b) => b.close - a.close)
    .slice(0, MAX_NEAREST)
    .map(
      ({ example, close }) =>
        `  ${close.toFixed(2)}  ${example.wants.join(' + ')}: ${example.text}`,
    );
}
