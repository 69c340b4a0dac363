import { UserError } from '../errors.ts';
import { type Command, SLASH_COMMAND } from './command.ts';
import { answerFound } from './dispatch.ts';

/** Questions in free words, over the list that it is part of; `all` is called when it runs. */
export function askOver(all: () => readonly Command[]): Command {
  return {
    name: 'ask',
    aliases: ['question', 'q'],
    summary: 'a question in your own words, such as: where is the autoscaling doc?',
    usage: '<question>',
    details:
      "Answers from the group's page and calendar alone, or says that it doesn't know and who would. You can ask without the word `ask` too, and by mentioning the bot or writing to it directly.",
    audience: 'everyone',
    takes: () => true,
    async run(context) {
      const { args, find } = context;
      if (args === '') {
        throw new UserError(`Ask in your own words: ${SLASH_COMMAND} ask where is the agenda?`);
      }
      return (await answerFound(all(), find(args), context)).message;
    },
  };
}
