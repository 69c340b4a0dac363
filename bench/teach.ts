import { CHANNEL } from '../sandbox/world.ts';
import type { Stage } from './stage.ts';

export const QUESTION = 'where is the autoscaling doc?';
const SLASH_TEXTS = ['next-meeting', QUESTION, 'organizers', 'workstreams'];

/** Bare Bolt says the bot's own answers. */
export async function teachBareBolt(stage: Stage): Promise<void> {
  const bot = await stage.start('bot');
  const { workspace } = bot.slack;
  const answers: Record<string, unknown> = {};
  for (const text of SLASH_TEXTS) {
    await bot.slash(text);
    const { text: spoken, blocks } = workspace.messages(CHANNEL).at(-1) ?? { text: '', blocks: [] };
    answers[text] = { text: spoken, blocks };
  }
  answers.mention = answers['next-meeting'];
  await bot.home();
  stage.setContent(answers, [...workspace.homes.values()][0]);
  await stage.end(bot);
}
