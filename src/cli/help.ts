import type { Option, SubCommand } from './sub-command.ts';

const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['--version', 'Print the version'],
  ['--help', 'Print this, or with a sub-command what it does'],
];

/** What the program can do. */
export function helpText(commands: readonly SubCommand[], byDefault: SubCommand): string {
  const rows = commands.map((command): [string, string] => [
    usageOf(command),
    `${command.summary}${command === byDefault ? ' (the default)' : ''}`,
  ]);
  return `npm start -- <sub-command>, or for an image: docker run … IMAGE <sub-command>\n\n${table([...rows, ...EVERYWHERE])}`;
}

/** What one sub-command does. */
export function helpFor(command: SubCommand): string {
  const rows = Object.entries(command.options).map(([name, option]): [string, string] => [
    optionUsage(name, option),
    option.summary,
  ]);
  const options = rows.length === 0 ? '' : `\n${table(rows)}`;
  return `npm start -- ${usageOf(command)}\n\n${command.summary}.\n${options}`;
}

function usageOf({ name, operands, more, options }: SubCommand): string {
  const optional = Object.entries(options).map(([option, is]) => `[${optionUsage(option, is)}]`);
  const repeated = more === undefined ? [] : [`[${more} ...]`];
  return [name, ...operands, ...repeated, ...optional].join(' ');
}

function optionUsage(name: string, { type }: Option): string {
  return type === 'boolean' ? `--${name}` : `--${name} ${name.toUpperCase()}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}
