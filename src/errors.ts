/** A mistake by the person who asked. Its message is shown to them as is. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Settings or files that keep the bot from starting. Each problem is a line for the operator. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Why Google or Slack did not do what was asked.
 * `refused`: it will refuse again until someone changes something; `advice` says what.
 * `unavailable`: it may work later.
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly kind: 'refused' | 'unavailable';
  readonly advice: string | undefined;

  constructor(
    message: string,
    details:
      | { kind: 'refused'; advice: string; cause?: unknown }
      | { kind: 'unavailable'; cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.kind = details.kind;
    this.advice = details.kind === 'refused' ? details.advice : undefined;
  }
}
