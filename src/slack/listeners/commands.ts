import type { App } from '@slack/bolt';
import type { Answerer } from '../../app/handle-request.ts';
import { SLASH_COMMAND } from '../../commands/command.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { withShareButton } from '../../messages/share.ts';
import { contentOf } from '../content.ts';
import { unescapeText } from '../unescape.ts';

/** Answers the slash command in its acknowledgement: one round trip, no Web API call. */
export function registerSlashCommand(app: App, answer: Answerer, inFlight: InFlight): void {
  app.command(SLASH_COMMAND, ({ command, ack }) =>
    inFlight.run(async () => {
      const text = unescapeText(command.text ?? '').trim();
      const { answer: given } = await answer({ text, userId: command.user_id, via: 'slash' });
      const { message, kind } = given;
      const shown = kind === 'answer' ? withShareButton(message, text) : message;
      await ack({ response_type: 'ephemeral', ...contentOf(shown) });
    }),
  );
}
