/** What a check found out about one thing that the bot depends on. */
export type Finding =
  | { readonly kind: 'fine'; readonly about: string; readonly says: string }
  | Trouble
  /** It depends on something else that was found wrong. */
  | { readonly kind: 'skipped'; readonly about: string; readonly says: string };

/** Something that is not as it should be, and the way out. */
export interface Trouble {
  /**
   * `warning`: the bot works without it. `failing`: something does not work until someone acts, which may
   * happen while the bot runs. `fatal`: the bot can't start with it.
   */
  readonly kind: 'warning' | 'failing' | 'fatal';
  /** The setting or part that it is about. */
  readonly about: string;
  readonly says: string;
  /** Absent where the words before it say what to do. */
  readonly wayOut?: string | undefined;
}

export function isTrouble(finding: Finding): finding is Trouble {
  return finding.kind !== 'fine' && finding.kind !== 'skipped';
}

/** One line for an operator. */
export function findingLine(finding: Finding): string {
  const line = `${finding.about}: ${finding.says}`;
  return isTrouble(finding) && finding.wayOut !== undefined ? `${line}. ${finding.wayOut}` : line;
}
