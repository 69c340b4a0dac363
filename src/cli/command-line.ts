import { parseArgs } from 'node:util';
import { SetupError } from '../errors.ts';
import { VERSION } from '../version.ts';
import { backup } from './backup.ts';
import { copyStore } from './copy-store.ts';
import { doctor } from './doctor.ts';
import { helpFor, helpText } from './help.ts';
import { importGroups } from './import.ts';
import { manifest } from './manifest.ts';
import { preview } from './preview.ts';
import { restore } from './restore.ts';
import { start } from './start.ts';
import { type Given, type SubCommand, type Terminal, UsageError } from './sub-command.ts';

const DEFAULT = start;
const SUB_COMMANDS: readonly SubCommand[] = [
  start,
  doctor,
  preview,
  importGroups,
  manifest,
  backup,
  restore,
  copyStore,
];
const WRONG_USAGE = 2;

/** Runs what the command line asks for. Resolves with the exit code. */
export async function commandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await run(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`${error.message}\n\n${helpText(SUB_COMMANDS, DEFAULT)}`);
      return WRONG_USAGE;
    }
    terminal.complain(`${wordsOf(error)}\n`);
    return 1;
  }
}

/** A defect keeps its stack, for whoever reports it. */
function wordsOf(error: unknown): string {
  if (error instanceof SetupError) return error.problems.join('\n');
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first = '', ...others] = args;
  const named = first !== '' && !first.startsWith('-');
  const command = named ? SUB_COMMANDS.find(({ name }) => name === first) : DEFAULT;
  if (!command) throw new UsageError(`There is no sub-command "${first}".`);
  const given = parse(command, named ? others : args);
  if (given.options.help === true) {
    terminal.print(named ? helpFor(command) : helpText(SUB_COMMANDS, DEFAULT));
    return 0;
  }
  if (given.options.version === true) {
    terminal.print(`${VERSION}\n`);
    return 0;
  }
  checkOperands(command, given);
  return command.run(given, terminal);
}

function parse({ options }: SubCommand, args: readonly string[]): Given {
  const everywhere = {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean' },
  } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, ...everywhere },
      allowPositionals: true,
    });
    return { options: values, operands: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node adds advice for options that begin with a hyphen twice, which is of no use here.
    throw new UsageError(`${error.message.split('. ')[0]}.`);
  }
}

function checkOperands({ name, operands, more }: SubCommand, given: Given): void {
  const missing = operands[given.operands.length];
  if (missing !== undefined) throw new UsageError(`${name} needs ${missing}.`);
  if (more !== undefined) return;
  const extra = given.operands[operands.length];
  if (extra !== undefined) throw new UsageError(`${name} does not take "${extra}".`);
}
