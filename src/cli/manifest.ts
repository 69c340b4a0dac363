import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { slashCommandSetting } from '../config/single-settings.ts';
import { shippedFile } from '../shipped-files.ts';
import { type SubCommand, UsageError } from './sub-command.ts';

const MANIFEST = shippedFile('manifest.yml');

const manifestFile = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    bot_user: z.object({ display_name: z.string() }),
    slash_commands: z.tuple([z.object({ command: z.string() })]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

// https://docs.slack.dev/reference/app-manifest: at most 35 characters; these need no quotes in YAML.
const APP_NAME = /^\p{L}[\p{L}\p{N} .-]{0,34}$/u;

const given = z.object({
  command: z.string().optional(),
  json: z.boolean().default(false),
  name: z.string().optional(),
  without: z.string().optional(),
});

export const manifest: SubCommand = {
  name: 'manifest',
  summary: 'Print the manifest of the Slack app, with the configured slash command',
  options: {
    command: { type: 'string', summary: 'Another slash command, such as /meeting' },
    name: {
      type: 'string',
      summary: 'A name for an app of several groups, such as "Kubernetes Meetings"',
    },
    json: { type: 'boolean', summary: 'Print JSON, as the Slack CLI reads it' },
    without: {
      type: 'string',
      summary: 'Leave out a scope; docs/slack-admins.md says what is lost',
    },
  },
  operands: [],
  async run({ options }, { env, print }) {
    const { command, json, name, without } = given.parse(options);
    const configured = command === undefined ? env : { ...env, SLASH_COMMAND: command };
    const shipped = readFileSync(MANIFEST, 'utf8');
    const called = name === undefined ? shipped : withName(shipped, name);
    const named = withSlashCommand(called, slashCommandSetting(configured));
    const text = without === undefined ? named : withoutScope(named, without);
    print(json ? `${JSON.stringify(parse(text), undefined, 2)}\n` : text);
    return 0;
  },
};

/** An app for several groups is called after none of them, nor is its bot. */
function withName(text: string, wanted: string): string {
  if (!APP_NAME.test(wanted)) {
    throw new UsageError('--name takes up to 35 letters, digits, spaces, dots and hyphens.');
  }
  const { display_information: app, features } = manifestFile.parse(parse(text));
  const bot = features.bot_user.display_name;
  return text
    .replace(`display_name: ${bot}`, `display_name: ${wanted.toLowerCase().replaceAll(' ', '-')}`)
    .replace(`name: ${app.name}`, `name: ${wanted}`)
    .replaceAll(new RegExp(`(?:the Kubernetes )?${app.name}`, 'gu'), 'our groups');
}

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
