import { atOnce, type Steps } from '../concurrency/steps.ts';
import { featuresOf, isPiece, readAs } from './features.ts';
import { INTENTS, type Intent } from './intents.ts';
import type { Learned } from './learned.ts';
import type { Token } from './mask.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** How likely an answer must be. */
export interface Bands {
  /** That the question has an answer, for one to be given at once. */
  readonly answerable: number;
  /** The first of the answers beside the others, for it to be given at once. */
  readonly sure: number;
  /** That the question has an answer, for some to be offered. */
  readonly likely: number;
  /** The answer to each of two clauses, for both to be given. */
  readonly both: number;
}

export interface Model {
  readonly bands: Bands;
  readonly vocabulary: Vocabulary;
  /** How much a word tells, in bits: the rarer it is, the more. */
  information(word: string): number;
  /** How likely each intent is meant. */
  predict(clause: readonly Token[]): Prediction;
  /** What speaks most for an intent, strongest first. */
  reasons(clause: readonly Token[], intent: Intent): Reason[];
}

export type Prediction = ReadonlyMap<Intent, number>;

export interface Reason {
  readonly feature: string;
  readonly weight: number;
}

interface Active {
  readonly feature: string;
  readonly row: number;
  readonly value: number;
}

// Pieces are many, and say less than words.
const WEIGHT_OF_PIECES = 0.7;

/** The model that was learned, with these bands. */
export function modelOf(learned: Learned, bands: Bands): Model {
  return atOnce(modelInSteps(learned, bands));
}

/** The same in steps, for a thread in which others wait. */
export function* modelInSteps(learned: Learned, bands: Bands): Steps<Model> {
  const { scales, biases, examples, levels } = learned;
  const intents = learned.intents.map(knownIntent);
  const counts = new Map<string, number>();
  for (const line of learned.words.split('\n')) {
    counts.set(...countOf(line));
    yield;
  }
  const rows = new Map<string, number>();
  for (const [row, feature] of learned.features.split('\n').entries()) {
    rows.set(feature, row);
    yield;
  }
  const vocabulary = vocabularyOf(counts);
  const weightOf = (row: number, intent: number) =>
    (levels[row * intents.length + intent] ?? 0) * (scales[intent] ?? 0);
  const active = (clause: readonly Token[]) => weighed(featuresOf(clause, vocabulary.knows), rows);
  return {
    bands,
    vocabulary,
    information: (word) => Math.log2(examples / (counts.get(word) ?? 1)),
    predict(clause) {
      const sums = Float64Array.from(biases);
      for (const { row, value } of active(clause)) {
        for (let intent = 0; intent < sums.length; intent += 1) {
          sums[intent] = (sums[intent] ?? 0) + value * weightOf(row, intent);
        }
      }
      return new Map(softmax(sums).map((share, index) => [intents[index] ?? 'none', share]));
    },
    reasons(clause, intent) {
      const column = intents.indexOf(intent);
      return active(clause)
        .map(({ feature, row, value }) => ({ feature, weight: value * weightOf(row, column) }))
        .toSorted((a, b) => b.weight - a.weight);
    },
  };
}

/** The features that a model knows, with values by which a long clause counts no more than a short one. */
export function weighed(features: readonly string[], rows: ReadonlyMap<string, number>): Active[] {
  const found = features.flatMap((feature) => {
    const row = rows.get(feature);
    return row === undefined ? [] : [{ feature, row }];
  });
  const pieces = found.filter(({ feature }) => isPiece(feature)).length;
  const ofPiece = WEIGHT_OF_PIECES / Math.sqrt(Math.max(1, pieces));
  const ofWord = 1 / Math.sqrt(Math.max(1, found.length - pieces));
  return found.map((one) => ({ ...one, value: isPiece(one.feature) ? ofPiece : ofWord }));
}

/** The tags and known words of a clause; what the log may say of it. */
export function tagsOf(clause: readonly Token[]): string[] {
  return clause.filter(({ tag }) => tag !== undefined).map(readAs);
}

function knownIntent(name: string): Intent {
  const found = INTENTS.find((intent) => intent === name);
  if (!found) throw new Error(`the model has an intent that the code lacks: ${name}`);
  return found;
}

function countOf(line: string): [string, number] {
  const [word = '', count] = line.split(' ');
  return [word, Number(count)];
}

function softmax(sums: Float64Array): number[] {
  const highest = Math.max(...sums);
  const shares = Array.from(sums, (sum) => Math.exp(sum - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
