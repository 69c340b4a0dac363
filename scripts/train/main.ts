import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadGroup } from '../../src/group/load.ts';
import { type ModelFile, readModel } from '../../src/questions/model.ts';
import { ownModel } from '../../src/questions/own-model.ts';
import { chooseBands } from './bands.ts';
import { authorParts, crossValidate, randomParts } from './cross-validate.ts';
import { readAllExamples } from './examples.ts';
import { EXAMPLES, fingerprint, MODEL } from './fingerprint.ts';
import { makeModel, SETTINGS } from './make-model.ts';
import { report } from './report.ts';

const HELP = `npm run train               learns from the examples in training/, and writes the model
npm run train -- --check    fails unless learning again gives the model that is there
npm run train -- --authors  reads each author’s examples with what was learned from the others’
`;
const PARTS = 5;

const say = (text: string) => process.stdout.write(text);

async function train(): Promise<void> {
  const madeFrom = fingerprint();
  const examples = readAllExamples(EXAMPLES);
  const group = await loadGroup();
  const reads = crossValidate(examples, randomParts(examples, PARTS), group, SETTINGS);
  const bands = chooseBands(reads);
  say(`${examples.length} examples, bands ${JSON.stringify(bands)}\n\n`);
  say(report('each fifth of the examples read by what was learned from the others', reads, bands));
  const text = textOf(makeModel(examples, group, SETTINGS, { bands, madeFrom }));
  writeFileSync(MODEL, text);
  say(`${Math.round(text.length / 1024)} KB\n`);
}

/** How well each author’s questions are read by what was learned from the others’. */
async function byAuthor(): Promise<void> {
  const examples = readAllExamples(EXAMPLES);
  const reads = crossValidate(examples, authorParts(examples), await loadGroup(), SETTINGS);
  const { bands } = ownModel();
  say(report('each author’s examples read by what was learned from the others', reads, bands));
}

/** Learns once more, but for the bands, which take far longer and follow from the same examples. */
async function check(): Promise<boolean> {
  const written = readFileSync(MODEL, 'utf8');
  const file: ModelFile = JSON.parse(written);
  const { bands } = readModel(file);
  const again = makeModel(readAllExamples(EXAMPLES), await loadGroup(), SETTINGS, {
    bands,
    madeFrom: fingerprint(),
  });
  return textOf(again) === written;
}

function textOf(file: ModelFile): string {
  return `${JSON.stringify(file, null, 1)}\n`;
}

const flag = { type: 'boolean' } as const;
const { values } = parseArgs({ options: { check: flag, authors: flag, help: flag } });
if (values.help) say(HELP);
else if (values.authors) await byAuthor();
else if (!values.check) await train();
else if (await check()) say('The model is current.\n');
else {
  say('The model is not what the examples give: run npm run train.\n');
  process.exitCode = 1;
}
