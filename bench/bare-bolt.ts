import { readFileSync } from 'node:fs';
import { App } from '@slack/bolt';
import { z } from 'zod';

// The least that a Bolt app in Socket Mode does: it says the same whatever is asked, in as many bytes as
// the bot does. What the bot takes longer than this is its own.

const content = z.object({ text: z.string(), blocks: z.array(z.any()) });
const said = z
  .object({ answers: z.record(z.string(), content), home: z.array(z.any()) })
  .parse(JSON.parse(readFileSync(String(process.env.BARE_CONTENT), 'utf8')));

const app = new App({
  token: String(process.env.SLACK_BOT_TOKEN),
  appToken: String(process.env.SLACK_APP_TOKEN),
  socketMode: true,
  clientOptions: { slackApiUrl: String(process.env.SLACK_API_URL) },
});

app.command('/wg-serving', async ({ command, ack }) => {
  await ack({ response_type: 'ephemeral', ...said.answers[command.text] });
});

app.event('app_mention', async ({ event, client }) => {
  const { channel, ts } = event;
  await client.chat.postMessage({ channel, thread_ts: ts, ...said.answers.mention, text: '…' });
});

app.event('app_home_opened', async ({ event, client }) => {
  const view = { type: 'home', blocks: said.home } as const;
  await client.views.publish({ user_id: event.user, view });
});

await app.start();
