import file from './model.json' with { type: 'json' };
import { type Model, readModel } from './model.ts';

let model: Model | undefined;

/** The model that `npm run train` made; unpacked when it is first used. */
export function ownModel(): Model {
  model ??= readModel(file);
  return model;
}
