import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../sandbox/slack/manifest.ts';
import { SCOPES } from '../src/checks/scopes.ts';

const root = join(import.meta.dirname, '..');
const { oauth_config, settings } = readManifest();
const source = globSync('src/**/*.ts', { cwd: root })
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** The code that needs each scope. */
const NEEDS: Record<string, RegExp> = {
  'app_mentions:read': /event\('app_mention'/,
  'channels:history': /conversations\.history\(/,
  'chat:write': /chat\.postMessage\(/,
  commands: /app\.command\(/,
  'im:history': /event\('message'/,
  'im:write': /conversations\.open\(/,
  'reactions:write': /reactions\.add\(/,
};

describe('manifest.yml', () => {
  it('asks only for the scopes in use', () => {
    expect(oauth_config.scopes.bot).toEqual(Object.keys(NEEDS));
    for (const need of Object.values(NEEDS)) expect(source).toMatch(need);
  });

  it('asks for the scopes that are checked', () => {
    expect(SCOPES.map(({ name }) => name)).toEqual(oauth_config.scopes.bot);
  });

  it('has each scope and event explained in the docs', () => {
    const page = readFileSync(join(root, 'docs/slack-app.md'), 'utf8');
    const { bot_events } = settings.event_subscriptions;
    for (const name of [...oauth_config.scopes.bot, ...bot_events])
      expect(page).toContain(`\`${name}\``);
  });

  it('subscribes to the events that are listened to', () => {
    expect(settings.event_subscriptions.bot_events).toEqual([
      'app_home_opened',
      'app_mention',
      'message.im',
    ]);
    expect(source).toMatch(/event\('app_home_opened'/);
    expect(source).toMatch(/event\('message'/);
  });
});
