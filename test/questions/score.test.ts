import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isUnanswerable, shares } from '../../scripts/train/bands.ts';
import { readExamples } from '../../scripts/train/examples.ts';
import { readWith } from '../../scripts/train/judge.ts';
import { loadGroup } from '../../src/group/load.ts';
import { ownModel } from '../../src/questions/own-model.ts';

// A floor under the scores in docs/questions.md, with room for the chance of one training.
it('answers strangers’ questions about as well as the docs say, and hardly ever wrongly', async () => {
  const heldOut = readExamples(join(import.meta.dirname, 'held-out.yaml'), 'held-out');
  const model = ownModel();
  const reads = heldOut.map(readWith(model, await loadGroup()));
  const answerable = shares(
    reads.filter((read) => !isUnanswerable(read)),
    model.bands,
  );
  expect(answerable['at once']).toBeGreaterThan(0.72);
  expect(answerable['at once'] + answerable.offered).toBeGreaterThan(0.85);
  expect(answerable.wrong).toBeLessThan(0.03);
  expect(shares(reads.filter(isUnanswerable), model.bands).wrong).toBeLessThan(0.03);
});
