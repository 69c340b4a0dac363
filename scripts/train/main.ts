import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { loadGroup } from '../../src/group/load.ts';
import { packLearned, unpackLearnedAtOnce } from '../../src/questions/learned.ts';
import type { ModelFile } from '../../src/questions/own-model.ts';
import { chooseBands } from './bands.ts';
import { readAsStrangers } from './cross-validate.ts';
import { readAllExamples } from './examples.ts';
import { EXAMPLES, fingerprint, MODEL } from './fingerprint.ts';
import { makeModel, SETTINGS } from './make-model.ts';
import { report } from './report.ts';

const HELP = `npm run train               learns from the examples in training/, and writes the model
npm run train -- --check    fails unless learning again gives the model that is there
`;

const say = (text: string) => process.stdout.write(text);

async function train(): Promise<void> {
  const madeFrom = fingerprint();
  const examples = readAllExamples(EXAMPLES);
  const group = await loadGroup();
  const reads = readAsStrangers(examples, group, SETTINGS);
  const bands = chooseBands(reads);
  say(`${examples.length} examples, bands ${JSON.stringify(bands)}\n\n`);
  say(report('each author’s questions read by what was learned from the others’', reads, bands));
  const learned = packLearned(makeModel(examples, group, SETTINGS));
  const text = textOf({ madeFrom, bands, learned });
  writeFileSync(MODEL, text);
  say(`${Math.round(text.length / 1024)} KB\n`);
}

/** Learns once more, but for the bands, which take far longer and follow from the same examples. */
async function check(): Promise<boolean> {
  const file: ModelFile = JSON.parse(readFileSync(MODEL, 'utf8'));
  const again = makeModel(readAllExamples(EXAMPLES), await loadGroup(), SETTINGS);
  return (
    file.madeFrom === fingerprint() && isDeepStrictEqual(unpackLearnedAtOnce(file.learned), again)
  );
}

function textOf(file: ModelFile): string {
  return `${JSON.stringify(file, null, 1)}\n`;
}

const flag = { type: 'boolean' } as const;
const { values } = parseArgs({ options: { check: flag, help: flag } });
if (values.help) say(HELP);
else if (!values.check) await train();
else if (await check()) say('The model is current.\n');
else {
  say('The model is not what the examples give: run npm run train.\n');
  process.exitCode = 1;
}
