/** A piece of text, and its target if it is the text of a link. */
export interface TextRun {
  readonly text: string;
  readonly href?: string;
  /** Struck through by its author. */
  readonly struck: boolean;
}

/** A text with its links, as its author wrote it: lines end with `\n`. */
export type RichText = readonly TextRun[];

/** A text without markup. */
export function plain(text: string): RichText {
  return [{ text, struck: false }];
}
