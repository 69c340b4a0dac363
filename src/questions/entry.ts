/** What a question is after. */
export type After = 'time' | 'person' | 'link' | 'procedure' | 'list';

/** Something that can be asked for, and the words that people use for it. */
export interface Entry<Answer> {
  readonly answer: Answer;
  /** Its name, and what it is called otherwise. */
  readonly title: string;
  readonly aliases: readonly string[];
  /** Words that support an answer and carry none alone. */
  readonly text: string;
  readonly tells: readonly After[];
  /** It is one of many of its sort: without all the words of one of these names it isn't meant. */
  readonly byName?: readonly string[];
}
