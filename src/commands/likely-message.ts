import { actions, button, message, section } from '../messages/blocks.ts';
import type { Message } from '../messages/message.ts';
import { escapeMrkdwn, md } from '../messages/mrkdwn.ts';
import type { Choice } from './answer.ts';

/**
 * Action ids of the buttons below begin with this, and the value of each is what it asks, escaped as in a
 * message. The answer takes the place of the message.
 */
export const CHOOSE_ACTION = 'likely-';

/** The likeliest answers, to choose from. `why` none of them was given. */
export function likelyMessage(
  choices: readonly Choice[],
  why = "I'm not sure what you are after.",
): Message {
  const labels = choices.map(({ label }) => label).join(', ');
  const question = choices.length === 1 ? 'Did you mean this?' : 'Did you mean one of these?';
  return message(md`${question} ${labels}`, [
    section(md`${why} ${question}`),
    choiceButtons(choices),
  ]);
}

/** A button for each. */
function choiceButtons(choices: readonly Choice[]) {
  return actions(
    choices.map(({ label, typed }, place) =>
      button(label, `${CHOOSE_ACTION}${place}`, escapeMrkdwn(typed)),
    ),
  );
}
