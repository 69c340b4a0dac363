/** Something published that could not be taken as it is written: what is wrong, and what was done. */
export interface Doubt<Field extends string = string> {
  /** The key that it is about. */
  readonly field: Field;
  readonly what: string;
  readonly done: string;
}
