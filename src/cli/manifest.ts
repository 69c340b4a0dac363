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
  options: { command: { type: 'string', summary: 'Another slash command, such as /meeting' } },
  operands: [],
  async run({ options }, { env, print }) {
    const given = z.object({ command: z.string().optional() }).parse(options).command;
    const command = slashCommandSetting(
      given === undefined ? env : { ...env, SLASH_COMMAND: given },
    );
    print(withSlashCommand(readFileSync(MANIFEST, 'utf8'), command));
    return 0;
  },
};

/** The text is kept, with its comments; only the command is another one, wherever it is named. */
function withSlashCommand(text: string, wanted: string): string {
  const [{ command }] = manifestFile.parse(parse(text)).features.slash_commands;
  return text.replaceAll(new RegExp(`${command}\\b(?!-)`, 'gu'), wanted);
}
