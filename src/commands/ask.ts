import { UserError } from '../errors.ts';
import { certainly, defineCommand } from './command.ts';
import { dispatch } from './dispatch.ts';

export const ask = defineCommand<string>({
  name: 'ask',
  aliases: ['question', 'q'],
  summary: 'a question in your own words, such as: where is the autoscaling doc?',
  usage: '<question>',
  details:
    "Answers only from the group's page and calendar, or says that it doesn't know and who would. You can ask without the word `ask` too, and by mentioning the bot or writing to it directly.",
  audience: 'everyone',
  task: 'bot',
  tellsStatus: true,
  topic: () => [],
  parse: certainly,

  async run(question, context) {
    if (question === '') {
      throw new UserError(
        `Ask in your own words: ${context.slashCommand} ask where is the agenda?`,
      );
    }
    return dispatch(question, context);
  },
});
