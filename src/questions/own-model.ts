import { unpackLearned } from './learned.ts';
import file from './model.json' with { type: 'json' };
import { type Bands, type Model, modelOf } from './model.ts';

/** The model as `npm run train` writes it. */
export interface ModelFile {
  /** Fingerprint of all that the model was made from. */
  readonly madeFrom: string;
  readonly bands: Bands;
  /** What was learned, packed. */
  readonly learned: string;
}

let model: Model | undefined;

/** The model that `npm run train` made; unpacked when it is first used. */
export function ownModel(): Model {
  const { learned, bands }: ModelFile = file;
  model ??= modelOf(unpackLearned(learned), bands);
  return model;
}
