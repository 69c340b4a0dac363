import type { App, MessageShortcut, ViewOutput, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { AgendaBook } from '../../agenda/agenda-book.ts';
import {
  type AboutMessage,
  MEETING_INPUT,
  meetingsToChoose,
  PROPOSE,
  proposeForm,
  readAbout,
  readProposal,
  TITLE_INPUT,
} from '../../agenda/propose-form.ts';
import { proposedMessage } from '../../agenda/proposed-message.ts';
import type { ChannelReminders } from '../../commands/ports.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { mistakeMessage } from '../../messages/mistake.ts';
import { readingModal } from '../../messages/modal.ts';
import type { ContextFor } from '../ports.ts';

export interface ProposeTools {
  readonly client: webApi.WebClient;
  readonly contextFor: ContextFor;
  readonly agendas: Pick<AgendaBook, 'proposals' | 'add'>;
  readonly permalink: ChannelReminders['permalink'];
  readonly logger: Logger;
}

/**
 * The shortcut that proposes a message's topic for an agenda. The message comes with it; only where it
 * is gets read.
 */
export function registerPropose(app: App, tools: ProposeTools, inFlight: InFlight): void {
  const { client, contextFor, logger } = tools;

  function known(userId: string) {
    const { calendar, group, now } = contextFor({ userId, place: 'private' });
    const meetings = calendar.kind === 'read' ? calendar.meetings : [];
    return { meetings, zone: group.zone, now };
  }

  app.shortcut({ callback_id: PROPOSE, type: 'message_action' }, ({ shortcut, ack }) =>
    inFlight.run(async () => {
      await ack();
      const about = aboutOf(shortcut);
      const { meetings, zone, now } = known(shortcut.user.id);
      const view = proposeForm(
        about,
        tools.permalink(about),
        meetingsToChoose(meetings, now),
        zone,
      );
      try {
        await client.views.open({ trigger_id: shortcut.trigger_id, view });
      } catch (error) {
        logger.error({ err: error }, 'form for a proposal not opened');
      }
    }),
  );

  app.view({ callback_id: PROPOSE, type: 'view_submission' }, ({ ack, body, view }) =>
    inFlight.run(async () => {
      try {
        await ack(await submitted(view, body.user.id));
      } catch (error) {
        logger.error({ err: error }, 'proposal not kept');
        const sentence = 'Sorry, I could not keep this. Please try again in a moment.';
        const sorry = readingModal('Not proposed', mistakeMessage(sentence)).view;
        await ack({ response_action: 'update', view: sorry });
      }
    }),
  );

  async function submitted(view: ViewOutput, userId: string) {
    const about = readAbout(view.private_metadata);
    const { meetings, zone, now } = known(userId);
    const read = readProposal(
      {
        id: view.id,
        userId,
        title: view.state.values[TITLE_INPUT]?.[TITLE_INPUT]?.value ?? '',
        choice: view.state.values[MEETING_INPUT]?.[MEETING_INPUT]?.selected_option?.value ?? '',
        permalink: about.isPublic ? tools.permalink(about) : undefined,
      },
      meetings,
      tools.agendas.proposals(),
      now,
    );
    if (read.kind === 'errors') return { response_action: 'errors', errors: read.errors } as const;
    await tools.agendas.add(read.proposal, now);
    const done = readingModal('Proposed', proposedMessage(read.proposal, read.meeting, zone));
    return { response_action: 'update', view: done.view } as const;
  }
}

/** Where the message is. Slack names private channels and direct messages by what they are. */
function aboutOf({ channel, message_ts: ts }: MessageShortcut): AboutMessage {
  const isPublic =
    channel.id.startsWith('C') && !['privategroup', 'directmessage'].includes(channel.name);
  return { channel: channel.id, ts, isPublic };
}
