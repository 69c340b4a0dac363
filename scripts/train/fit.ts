/** One example as the model sees it: indexes of its features and their values. */
export interface Row {
  readonly indexes: Int32Array;
  readonly values: Float32Array;
  /** Index of each right class, which share the target. */
  readonly targets: readonly number[];
  readonly weight: number;
}

export interface FitSettings {
  readonly classes: number;
  readonly features: number;
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the pull towards zero. */
  readonly decay: number;
  readonly seed: number;
}

/** Weights by feature, then class; the last row is the bias. */
export type Weights = Float32Array;

/**
 * Fits multinomial logistic regression by stochastic gradient descent with AdaGrad's rates
 * (Duchi, Hazan and Singer, 2011). The same rows and settings give the same weights.
 */
export function fit(rows: readonly Row[], settings: FitSettings): Weights {
  const { classes, features, epochs, rate, decay, seed } = settings;
  const weights = new Float32Array((features + 1) * classes);
  const squares = new Float32Array((features + 1) * classes).fill(1e-6);
  const order = Int32Array.from(rows.keys());
  const random = randomFrom(seed);
  const scores = new Float64Array(classes);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const row = rows[index];
      if (row) step(row, weights, squares, scores, features, rate, decay);
    }
  }
  return weights;
}

function step(
  row: Row,
  weights: Weights,
  squares: Float32Array,
  scores: Float64Array,
  bias: number,
  rate: number,
  decay: number,
): void {
  const classes = scores.length;
  const { indexes, values, targets, weight } = row;
  probabilities(row, weights, bias, scores);
  for (const target of targets) scores[target] = (scores[target] ?? 0) - 1 / targets.length;
  for (let n = 0; n <= indexes.length; n += 1) {
    const base = (n < indexes.length ? (indexes[n] ?? 0) : bias) * classes;
    const value = n < indexes.length ? (values[n] ?? 0) : 1;
    for (let c = 0; c < classes; c += 1) {
      const at = base + c;
      const w = weights[at] ?? 0;
      const gradient = weight * (scores[c] ?? 0) * value + decay * w;
      const sum = (squares[at] ?? 0) + gradient * gradient;
      squares[at] = sum;
      weights[at] = w - (rate * gradient) / Math.sqrt(sum);
    }
  }
}

/** Writes the probability of each class into `scores`. */
function probabilities(
  { indexes, values }: Pick<Row, 'indexes' | 'values'>,
  weights: Weights,
  bias: number,
  scores: Float64Array,
): void {
  const classes = scores.length;
  for (let c = 0; c < classes; c += 1) scores[c] = weights[bias * classes + c] ?? 0;
  for (let n = 0; n < indexes.length; n += 1) {
    const base = (indexes[n] ?? 0) * classes;
    const value = values[n] ?? 0;
    for (let c = 0; c < classes; c += 1)
      scores[c] = (scores[c] ?? 0) + value * (weights[base + c] ?? 0);
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c += 1) highest = Math.max(highest, scores[c] ?? 0);
  let total = 0;
  for (let c = 0; c < classes; c += 1) {
    const e = Math.exp((scores[c] ?? 0) - highest);
    scores[c] = e;
    total += e;
  }
  for (let c = 0; c < classes; c += 1) scores[c] = (scores[c] ?? 0) / total;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
