import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { slashCommandSetting } from '../config/single-settings.ts';
import { shippedFile } from '../shipped-files.ts';
import { type SubCommand, UsageError } from './sub-command.ts';

const MANIFEST = shippedFile('manifest.yml');

const manifestFile = z.object({
  features: z.object({ slash_commands: z.tuple([z.object({ command: z.string() })]) }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

const given = z.object({ json: z.boolean().default(false), without: z.string().optional() });

export const manifest: SubCommand = {
  name: 'manifest',
  summary: 'Print the manifest of the Slack app, with the configured slash command',
  options: {
    json: { type: 'boolean', summary: 'Print JSON, as the Slack CLI reads it' },
    without: {
      type: 'string',
      summary: 'Leave out a scope; docs/slack-admins.md says what is lost',
    },
  },
  operands: [],
  async run({ options }, { env, print }) {
    const { json, without } = given.parse(options);
    const named = withSlashCommand(readFileSync(MANIFEST, 'utf8'), slashCommandSetting(env));
    const text = without === undefined ? named : withoutScope(named, without);
    print(json ? `${JSON.stringify(parse(text), undefined, 2)}\n` : text);
    return 0;
  },
};

/** A scope has a line of its own. */
function withoutScope(text: string, scope: string): string {
  const { scopes } = manifestFile.parse(parse(text)).oauth_config;
  if (!scopes.bot.includes(scope)) {
    throw new UsageError(`--without takes one of ${scopes.bot.join(', ')}.`);
  }
  return text
    .split('\n')
    .filter((line) => line.trim() !== `- ${scope}`)
    .join('\n');
}

/** The text is kept, with its comments; only the command is another one, wherever it is named. */
function withSlashCommand(text: string, wanted: string): string {
  const [{ command }] = manifestFile.parse(parse(text)).features.slash_commands;
  return text.replaceAll(new RegExp(`${command}\\b(?!-)`, 'gu'), wanted);
}
