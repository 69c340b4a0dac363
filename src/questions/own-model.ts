import { inSlices } from '../concurrency/steps.ts';
import { unpackLearned, unpackLearnedAtOnce } from './learned.ts';
import file from './model.json' with { type: 'json' };
import { type Bands, type Model, modelInSteps, modelOf } from './model.ts';

/** The model as `npm run train` writes it. */
export interface ModelFile {
  /** Fingerprint of all that the model was made from. */
  readonly madeFrom: string;
  readonly bands: Bands;
  /** What was learned, packed. */
  readonly learned: string;
}

const { learned, bands }: ModelFile = file;
let model: Model | undefined;

/** The model that `npm run train` made; unpacked when it is first used. */
export function ownModel(): Model {
  model ??= modelOf(unpackLearnedAtOnce(learned), bands);
  return model;
}

/** Unpacks it before it is used, a little at a time, so that nobody waits for that. */
export async function prepareOwnModel(): Promise<void> {
  if (model) return;
  const unpacked = await inSlices(modelInSteps(await unpackLearned(learned), bands));
  model ??= unpacked;
}
