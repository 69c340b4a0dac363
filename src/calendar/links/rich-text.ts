/** A piece of a text, and where it leads when it is the text of a link. */
export interface TextRun {
  readonly text: string;
  readonly href?: string;
  /** Struck through by its writer. */
  readonly struck: boolean;
}

/** A text with its links, as its writer made it: lines end in `\n`. */
export type RichText = readonly TextRun[];

/** A text that has no markup. */
export function plain(text: string): RichText {
  return [{ text, struck: false }];
}
