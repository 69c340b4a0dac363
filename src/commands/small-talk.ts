import type { Group } from '../group/schema.ts';
import { message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { type Mrkdwn, md } from '../messages/mrkdwn.ts';
import type { SmallTalk } from '../questions/decide.ts';
import type { Answer } from './answer.ts';
import { firstQuestions } from './first-questions.ts';

/** Answers what asks nothing, in as few words as people would. */
export function answerSmallTalk(said: SmallTalk, group: Group): Answer {
  switch (said) {
    case 'greeting':
      return { kind: 'notice', command: said, subject: said, message: greetingMessage(group) };
    case 'thanks':
      return reaction(said, 'heart', md`You're welcome.`);
    case 'acknowledgement':
      return reaction(said, '+1', md`All right.`);
  }
}

function reaction(said: SmallTalk, emoji: string, sentence: Mrkdwn): Answer {
  const spoken = message(sentence, [section(sentence)]);
  return { kind: 'reaction', emoji, command: said, subject: said, message: spoken };
}

function greetingMessage({ name }: Group): Message {
  const sentence = md`Hi, I know the meetings, people and documents of ${name}: ask in your own words, or start with one of these.`;
  return message(sentence, [section(sentence), firstQuestions()]);
}
