/** What a question asks for. */
export type After = 'time' | 'person' | 'link' | 'procedure' | 'list';

/** Something that can be asked for, and the words that people use for it. */
export interface Entry<Answer> {
  readonly answer: Answer;
  /** Its name, and what else it is called. */
  readonly title: string;
  readonly aliases: readonly string[];
  /** Words that support an answer but aren't enough for one. */
  readonly text: string;
  readonly tells: readonly After[];
  /** It is one of many of its kind: it is only meant if all the words of one of these names appear. */
  readonly byName?: readonly string[];
}
