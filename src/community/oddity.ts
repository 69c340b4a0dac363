import type { Path } from '../group/yaml-source.ts';
import type { Doubt } from './doubt.ts';

/** A published fact that could not be taken as it is written. */
export interface Oddity extends Doubt {
  /** Where it is in sigs.yaml, such as `workinggroups`, 1, `meetings`, 0, `tz`. */
  readonly path: Path;
  /** Which thing it is about, such as `wg-batch, Regular Meeting`. */
  readonly about: string;
}
