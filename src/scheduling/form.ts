/** The inputs of the form, by their action IDs, which are also their block IDs. */
export const INPUTS = [
  'title',
  'workstream',
  'date',
  'time',
  'zone',
  'which',
  'length',
  'repeats',
  'notes',
  'host',
] as const;

export type Input = (typeof INPUTS)[number];

/** What someone entered; absent where nothing was. */
export type Entered = Readonly<Partial<Record<Input, string>>>;

/** What is wrong with an input, in a sentence for whoever filled it in. */
export type InputErrors = Readonly<Partial<Record<Input, string>>>;

/** What `which` says of a time that clocks show twice. */
export const WHICH: readonly string[] = ['first', 'second'];
