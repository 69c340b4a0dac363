/** Something published that could not be taken as it is written. */
export interface Doubt {
  readonly what: string;
  /** What was done about it. */
  readonly done: string;
}

/** A doubt about one key. */
export interface FieldDoubt<Field extends string> extends Doubt {
  readonly field: Field;
}
