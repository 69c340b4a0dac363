import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadGroup } from '../src/group/load.ts';
import type { Group } from '../src/group/schema.ts';
import type { Model } from '../src/questions/model.ts';
import { modelOf } from '../src/questions/model.ts';
import { ownModel } from '../src/questions/own-model.ts';
import { type Example, readAllExamples, readExamples } from './train/examples.ts';
import { explain } from './train/explain.ts';
import { readWith } from './train/judge.ts';
import { makeModel, SETTINGS } from './train/make-model.ts';
import { report } from './train/report.ts';

const HELP = `npm run questions                    how well questions are answered, by kind
npm run questions -- --curve         and how that grows with the number of examples (takes minutes)
npm run questions -- --why "…"       why a question is answered as it is
`;
const HELD_OUT = join(import.meta.dirname, '../test/questions');
const SHARES = [1 / 8, 1 / 4, 1 / 2, 1];

const { values } = parseArgs({
  options: {
    why: { type: 'string' },
    curve: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const say = (text: string) => process.stdout.write(text);
const group = await loadGroup();
const learned = readAllExamples(join(import.meta.dirname, '../training'));
const heldOut = globSync('held-out-*.yaml', { cwd: HELD_OUT }).flatMap((file) =>
  readExamples(join(HELD_OUT, file), file.replace('.yaml', '')),
);

if (values.help) say(HELP);
else if (values.why !== undefined) say(explain(values.why, ownModel(), group, learned));
else {
  say(scores('learned: what the model was made from', learned, ownModel(), group));
  if (heldOut.length > 0)
    say(scores('held out: what nothing was tuned on', heldOut, ownModel(), group));
  if (values.curve) for (const line of curve()) say(line);
}

function scores(title: string, examples: readonly Example[], model: Model, facts: Group): string {
  const known = examples.filter(({ text }) => !text.includes('<<'));
  return report(title, known.map(readWith(model, facts)), model.bands);
}

/** The score on the held-out questions of models that learned from some of the examples. */
function* curve(): Generator<string> {
  const { bands } = ownModel();
  for (const share of SHARES) {
    const some = learned.filter((_, index) => (index * 7919) % 8 < share * 8);
    const model = modelOf(makeModel(some, group, SETTINGS), bands);
    yield scores(`held out, having learned from ${some.length} examples`, heldOut, model, group);
  }
}
