import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { parseDocument } from 'yaml';
import { type LocalGoogle, startLocalGoogle } from '../sandbox/google/server.ts';
import { sampleCalendar } from '../sandbox/sample-calendar.ts';
import { type LocalSlack, startLocalSlack, TOKENS } from '../sandbox/slack/server.ts';
import { BOT } from '../sandbox/slack/workspace.ts';
import { ACTORS, CHANNEL } from '../sandbox/world.ts';
import { loadGroup, OWN_GROUP_FILE } from '../src/group/load.ts';
import { type CallWatch, type Contender, callWatch, contender } from './contender.ts';
import { bareBolt, bundledBot, type Program, startProgram, temporaryFolder } from './program.ts';

const NO_LIMIT = 1_000_000;
const clock = { now: () => DateTime.utc() };

export type Kind = 'bot' | 'bare Bolt';

/** Where both programs run: a folder, a local Google, and a local Slack for each start. */
export interface Stage {
  /** Starts a program. `startMs` is from its process' start to its connection. */
  start(kind: Kind, probe?: 'with probe'): Promise<Contender & { readonly startMs: number }>;
  /** Starts the bot with settings of its own. */
  launchBot(env: Readonly<Record<string, string>>): Program;
  /** What bare Bolt says, in as many bytes as the bot. */
  setContent(answers: Readonly<Record<string, unknown>>, home: unknown): void;
  end(running: Contender): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = temporaryFolder();
  const google = await localGoogle();
  const [bot, bare] = [bundledBot(folder), bareBolt(folder)];
  const content = join(folder, 'content.json');
  const groupFile = join(folder, 'group.yaml');
  writeFileSync(groupFile, activeGroup());
  const common = { SLACK_BOT_TOKEN: TOKENS.bot, SLACK_APP_TOKEN: TOKENS.app };

  function launch(kind: Kind, slack: LocalSlack, probe?: 'with probe'): Program {
    const env = { ...common, SLACK_API_URL: slack.apiUrl };
    switch (kind) {
      case 'bare Bolt':
        return startProgram({ ...bare, env: { ...env, BARE_CONTENT: content } }, probe);
      case 'bot': {
        const own = {
          NODE_COMPILE_CACHE: bot.cache,
          SLACK_CHANNEL_ID: CHANNEL,
          GROUPS: groupFile,
          GOOGLE_API_KEY: 'key',
          GOOGLE_API_ROOT_URL: google.rootUrl,
          DATABASE_URL: `file:${join(folder, 'bot.sqlite')}`,
          LOG_LEVEL: 'info',
        };
        return startProgram({ ...bot, env: { ...env, ...own } }, probe);
      }
    }
  }

  return {
    async start(kind, probe) {
      const calls = callWatch();
      const slack = await localSlack(calls);
      const connected = slack.connected();
      const began = performance.now();
      const program = launch(kind, slack, probe);
      await Promise.race([connected, program.ended]);
      const startMs = performance.now() - began;
      return { ...contender(program, slack, calls), startMs };
    },
    launchBot: (env) => startProgram({ ...bot, env: { NODE_COMPILE_CACHE: bot.cache, ...env } }),
    setContent(answers, home) {
      writeFileSync(content, JSON.stringify({ answers, home }));
    },
    async end({ program, slack }) {
      await program.stop();
      await slack.close();
    },
    close: () => google.close(),
  };
}

/** The group's file as it was while the group was active, since there is more to answer. */
function activeGroup(): string {
  const document = parseDocument(readFileSync(OWN_GROUP_FILE, 'utf8'));
  document.set('status', 'active');
  return String(document);
}

async function localGoogle(): Promise<LocalGoogle> {
  const group = await loadGroup();
  return startLocalGoogle({
    calendarId: group.calendar?.id ?? '',
    zone: group.zone,
    apiKey: 'key',
    clock,
    events: sampleCalendar(group, clock.now()),
  });
}

async function localSlack(calls: CallWatch): Promise<LocalSlack> {
  const slack = await startLocalSlack({
    clock,
    postsAMinute: NO_LIMIT,
    fault(call, run) {
      calls.seen(call.method);
      return run();
    },
  });
  for (const actor of Object.values(ACTORS)) slack.workspace.addUser(actor);
  const members = [BOT.userId, ...Object.values(ACTORS).map(({ id }) => id)];
  slack.workspace.addChannel(CHANNEL, 'wg-serving', members);
  return slack;
}
