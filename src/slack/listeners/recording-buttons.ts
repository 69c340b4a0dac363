import type { BlockAction, RespondFn, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { PROPOSAL_ACTION, proposalRequest } from '../../agenda/proposal-buttons.ts';
import { agenda } from '../../commands/agenda.ts';
import type { Invocation } from '../../commands/command.ts';
import { recordings } from '../../commands/recordings.ts';
import type { InFlight } from '../../concurrency/in-flight.ts';
import { stampOf } from '../../messages/group-stamp.ts';
import { RECORDING_ACTION, recordingRequest } from '../../recordings/recording-buttons.ts';
import { answerFailure } from '../answer-failure.ts';
import { answerPress, channelOf, isSeenByOne } from '../answer-press.ts';
import { openModal } from '../open-modal.ts';
import type { HandleRequest } from '../ports.ts';
import type { Buttons } from './buttons.ts';

export interface RecordingButtonTools {
  readonly client: webApi.WebClient;
  readonly handle: HandleRequest;
  readonly logger: Logger;
}

interface Pressed {
  readonly body: BlockAction;
  readonly respond: RespondFn;
}

/** The buttons by which organizers tick off recordings and proposals. */
export function registerRecordingButtons(
  buttons: Buttons,
  { client, handle, logger }: RecordingButtonTools,
  inFlight: InFlight,
): void {
  async function answer(
    press: Pressed,
    asked: Invocation,
    groupId: string | undefined,
  ): Promise<void> {
    const { body } = press;
    const channelId = channelOf(press);
    const handled = await handle({
      asked,
      userId: body.user.id,
      channelId,
      groupId,
      via: 'button',
    });
    const { answer: given } = handled;
    if (given.kind === 'modal') return openModal(client, body.trigger_id, given.view, handled);
    // A message that all see is kept as it is; a private one shows what is left to do.
    const isDone = given.kind === 'answer' && isSeenByOne(press);
    await answerPress(press, given.message, isDone ? 'in place' : 'below');
  }

  function onButton(actionId: string, read: (value: string) => Invocation): void {
    buttons.on({ prefix: actionId }, ({ action, body, ack, respond }) =>
      inFlight.run(async () => {
        await ack();
        const value = action.type === 'button' ? (action.value ?? '') : '';
        try {
          await answer({ body, respond }, read(value), stampOf(action.block_id));
        } catch (error) {
          await answerFailure({ body, respond }, error, actionId, logger);
        }
      }),
    );
  }

  onButton(RECORDING_ACTION, (value) => recordings.invoke(recordingRequest.parse(value)));
  onButton(PROPOSAL_ACTION, (value) =>
    agenda.invoke({ kind: 'tick off', ...proposalRequest.parse(value) }),
  );
}
