import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { slashCommandSetting } from '../config/single-settings.ts';
import { shippedFile } from '../shipped-files.ts';
import type { SubCommand } from './sub-command.ts';

const MANIFEST = shippedFile('manifest.yml');

const manifestFile = z.object({
  features: z.object({ slash_commands: z.tuple([z.object({ command: z.string() })]) }),
});

export const manifest: SubCommand = {
  name: 'manifest',
  summary: 'Print the manifest of the Slack app, with the slash command that is configured',
  options: { json: { type: 'boolean', summary: 'Print JSON, as the Slack CLI reads it' } },
  operands: [],
  async run({ options }, { env, print }) {
    const text = withSlashCommand(readFileSync(MANIFEST, 'utf8'), slashCommandSetting(env));
    print(options.json === true ? `${JSON.stringify(parse(text), undefined, 2)}\n` : text);
    return 0;
  },
};

/** The text is kept, with its comments; only the command is another one, wherever it is named. */
function withSlashCommand(text: string, wanted: string): string {
  const [{ command }] = manifestFile.parse(parse(text)).features.slash_commands;
  return text.replaceAll(new RegExp(`${command}\\b(?!-)`, 'gu'), wanted);
}
