import type { Group } from '../../src/group/schema.ts';
import { featuresOf, isPiece } from '../../src/questions/features.ts';
import { INTENTS } from '../../src/questions/intents.ts';
import type { Learned } from '../../src/questions/learned.ts';
import type { Token } from '../../src/questions/mask.ts';
import { weighed } from '../../src/questions/model.ts';
import { vocabularyOf } from '../../src/questions/vocabulary.ts';
import { type Example, intentOf } from './examples.ts';
import { fit, type Row, type Weights } from './fit.ts';
import { exampleMask, exampleSentences, withUnknownName } from './setting.ts';

// So few say as much as the exact weights, and are packed well.
const HIGHEST_LEVEL = 31;

/** What is chosen by cross-validation. */
export interface Settings {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
  /** A word in fewer examples is unknown. */
  readonly leastWord: number;
  readonly leastPair: number;
  readonly leastPiece: number;
  /** How many features are kept. */
  readonly features: number;
  /** How much it counts that nobody knows the name in a question. */
  readonly weightOfUnknownNames: number;
}

export const SETTINGS: Settings = {
  epochs: 10,
  rate: 0.3,
  decay: 1e-5,
  seed: 1,
  leastWord: 2,
  leastPair: 2,
  leastPiece: 4,
  features: 42_000,
  weightOfUnknownNames: 0.1,
};

interface Lesson {
  readonly tokens: readonly Token[];
  readonly targets: readonly number[];
  readonly weight: number;
}

/** Learns from examples. The same examples and settings give the same. */
export function makeModel(examples: readonly Example[], group: Group, settings: Settings): Learned {
  const sentences = examples.map(({ text }) => exampleSentences(text));
  const words = counted(
    sentences.map((one) => one.flat()),
    settings.leastWord,
  );
  const vocabulary = vocabularyOf(words);
  const mask = exampleMask(group, vocabulary);
  const lessons = examples.flatMap((example, index) =>
    lessonsOf(example, (sentences[index] ?? []).flatMap(mask), settings),
  );
  const featureLists = lessons.map(({ tokens }) => featuresOf(tokens, vocabulary.knows));
  const rows = rowsFor(featureLists, settings);
  const fitted = fit(
    lessons.map((one, index): Row => ({ ...one, ...vector(featureLists[index] ?? [], rows) })),
    { ...settings, classes: INTENTS.length, features: rows.size },
  );
  const kept = mostTelling(fitted, rows, counted(featureLists, 1), settings.features);
  return {
    intents: INTENTS,
    examples: examples.length,
    words: [...words].map(([word, count]) => `${word} ${count}`).join('\n'),
    features: kept.map(([feature]) => feature).join('\n'),
    ...packed(
      fitted,
      kept.map(([, row]) => row),
      rows.size,
    ),
  };
}

/** The features whose weights change most of what is read, in the order of their rows. */
function mostTelling(
  weights: Weights,
  rows: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, number>,
  most: number,
): [string, number][] {
  const classes = INTENTS.length;
  const tells = ([feature, row]: readonly [string, number]) => {
    const own = weights.subarray(row * classes, (row + 1) * classes);
    return (
      Math.sqrt(counts.get(feature) ?? 0) * own.reduce((high, w) => Math.max(high, Math.abs(w)), 0)
    );
  };
  const known = [...rows].map((entry) => ({ entry, tells: tells(entry) }));
  const kept = known.toSorted((a, b) => b.tells - a.tells).slice(0, most);
  return kept.map(({ entry }) => entry).toSorted(([, a], [, b]) => a - b);
}

function lessonsOf({ wants }: Example, tokens: readonly Token[], settings: Settings): Lesson[] {
  const targets = wants.map((label) => INTENTS.indexOf(intentOf(label)));
  const unknown = withUnknownName(tokens);
  const none = [INTENTS.indexOf('none')];
  return [
    { tokens, targets, weight: 1 },
    ...(unknown ? [{ tokens: unknown, targets: none, weight: settings.weightOfUnknownNames }] : []),
  ];
}

/** The features that occur often enough, each with its row. */
function rowsFor(
  lists: readonly (readonly string[])[],
  { leastPair, leastPiece }: Settings,
): Map<string, number> {
  const all = [...counted(lists, 1)].filter(
    ([feature, count]) => count >= (isPiece(feature) ? leastPiece : leastPair),
  );
  return new Map(all.map(([feature], row) => [feature, row]));
}

/** In how many lists each text occurs, of those in at least `least`; commonest first. */
function counted(lists: readonly (readonly string[])[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (const text of new Set(list)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const often = [...counts].filter(([, count]) => count >= least);
  return new Map(often.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

function vector(
  features: readonly string[],
  rows: ReadonlyMap<string, number>,
): Pick<Row, 'indexes' | 'values'> {
  const active = weighed(features, rows);
  return {
    indexes: Int32Array.from(active, ({ row }) => row),
    values: Float32Array.from(active, ({ value }) => value),
  };
}

/** Weights in levels: the largest of an intent is the highest. */
function packed(
  weights: Weights,
  rows: readonly number[],
  bias: number,
): Pick<Learned, 'levels' | 'scales' | 'biases'> {
  const classes = INTENTS.length;
  const largest = new Array<number>(classes).fill(0);
  for (const row of rows) {
    for (let c = 0; c < classes; c += 1) {
      largest[c] = Math.max(largest[c] ?? 0, Math.abs(weights[row * classes + c] ?? 0));
    }
  }
  const scales = largest.map((most) => most / HIGHEST_LEVEL);
  const levels = Int8Array.from({ length: rows.length * classes }, (_, at) => {
    const row = rows[Math.floor(at / classes)] ?? 0;
    const c = at % classes;
    return Math.round((weights[row * classes + c] ?? 0) / (scales[c] || 1));
  });
  return {
    levels,
    scales: scales.map((scale) => Number(scale.toPrecision(6))),
    biases: Array.from(weights.slice(bias * classes), (one) => Number(one.toPrecision(6))),
  };
}
