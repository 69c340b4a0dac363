import { examine } from '../doctor/examine.ts';
import { type Finding, findingLine } from '../findings.ts';
import { VERSION } from '../version.ts';
import type { SubCommand } from './sub-command.ts';

const MARKS: Readonly<Record<Finding['kind'], string>> = {
  fine: '✓',
  warning: '!',
  failing: '✗',
  fatal: '✗',
  skipped: '-',
};

export const doctor: SubCommand = {
  name: 'doctor',
  summary: 'Check settings, database, Slack and calendar; post and write nothing',
  options: { json: { type: 'boolean', summary: 'Print JSON, for programs' } },
  operands: [],
  async run({ options }, terminal) {
    const findings = await examine(terminal.env, terminal);
    terminal.print(options.json === true ? asJson(findings) : asText(findings));
    return isWell(findings) ? 0 : 1;
  },
};

function isWell(findings: readonly Finding[]): boolean {
  return findings.every(({ kind }) => kind !== 'failing' && kind !== 'fatal');
}

function asText(findings: readonly Finding[]): string {
  const lines = findings.map((finding) => `${MARKS[finding.kind]} ${findingLine(finding)}\n`);
  return `wg-serving-bot ${VERSION}\n${lines.join('')}`;
}

function asJson(findings: readonly Finding[]): string {
  return `${JSON.stringify({ version: VERSION, ok: isWell(findings), findings }, undefined, 2)}\n`;
}
