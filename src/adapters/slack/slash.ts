import type { App } from '@slack/bolt';
import { SLASH_COMMAND } from '../../commands/command.ts';
import { withShareButton } from '../../views/share.ts';
import type { InFlight } from '../in-flight.ts';
import type { Answerer } from './answerer.ts';

/** Answers the slash command in its acknowledgement: one round trip, no Web API call. */
export function listenToSlashCommand(app: App, answer: Answerer, inFlight: InFlight): void {
  app.command(SLASH_COMMAND, ({ command, ack }) =>
    inFlight.run(async () => {
      const question = { text: command.text ?? '', userId: command.user_id, via: 'slash' } as const;
      const { answer: given } = await answer(question);
      const { message, shareable } = given;
      const { text, blocks } = shareable ? withShareButton(message, question.text.trim()) : message;
      await ack({ response_type: 'ephemeral', text, blocks: [...blocks] });
    }),
  );
}
