import type { DateTime } from 'luxon';
import type { Variables } from '../config/settings-problems.ts';

/** Where a sub-command runs. */
export interface Terminal {
  /** Writes to standard output. */
  print(text: string): void;
  /** Writes to standard error. */
  complain(text: string): void;
  /** Writes a file to standard output, byte for byte. */
  send(file: string): Promise<void>;
  /** Writes what comes from standard input to a file, which only its owner can read. */
  receive(file: string): Promise<void>;
  readonly env: Variables;
  now(): DateTime<true>;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  /** What it is for, in the help. */
  readonly summary: string;
  readonly default?: string;
}

/** What was given on the command line, checked against the options that exist. */
export interface Given {
  readonly options: Readonly<Record<string, unknown>>;
  readonly operands: readonly string[];
}

/** Something that the program can be told to do. */
export interface SubCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  /** The names of what follows, all required. */
  readonly operands: readonly string[];
  /** The name of what may follow after that, any number of times. */
  readonly more?: string;
  /** Resolves with the exit code. A SetupError is printed by the caller. */
  run(given: Given, terminal: Terminal): Promise<number>;
}

/** The command line itself is wrong. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
