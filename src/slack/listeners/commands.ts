import type { App, webApi } from '@slack/bolt';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { stampedFor } from '../../messages/group-stamp.ts';
import { withShareButton } from '../../messages/share.ts';
import { contentOf } from '../content.ts';
import { openModal } from '../open-modal.ts';
import type { HandleRequest } from '../ports.ts';
import { unescapeText } from '../unescape.ts';

export interface SlashCommandTools {
  readonly slashCommand: string;
  readonly client: webApi.WebClient;
  readonly handle: HandleRequest;
}

/** Answers the slash command in its acknowledgement: one round trip, no Web API call. */
export function registerSlashCommand(
  app: App,
  { slashCommand, client, handle }: SlashCommandTools,
  inFlight: InFlight,
): void {
  app.command(slashCommand, ({ command, ack }) =>
    inFlight.run(async () => {
      const asked = unescapeText(command.text ?? '').trim();
      const { user_id: userId, channel_id: channelId } = command;
      const handled = await handle({ asked, userId, channelId, via: 'slash' });
      const { answer } = handled;
      if (answer.kind === 'modal') {
        await ack();
        await openModal(client, command.trigger_id, answer.view, handled);
        return;
      }
      const { message, kind } = answer;
      const { groupId } = handled;
      const shareable = kind === 'answer' ? withShareButton(message, asked) : message;
      const shown = groupId === undefined ? shareable : stampedFor(shareable, groupId);
      await ack({ response_type: 'ephemeral', ...contentOf(shown) });
    }),
  );
}
