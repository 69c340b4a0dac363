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

// Markdown's way to strike a text out.
const STRUCK_PART = /~~(?=\S)([^~\n]{1,300})~~/u;

/** The text with what is struck out in Markdown marked as such. */
export function withStruckParts(text: RichText): RichText {
  return text.flatMap((run) =>
    run.href === undefined && run.text.includes('~~')
      ? run.text
          .split(STRUCK_PART)
          .map((part, index) => ({ text: part, struck: run.struck || index % 2 === 1 }))
      : [run],
  );
}
