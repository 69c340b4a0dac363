import type { FeedbackButtons, Interactive } from './block-elements.ts';
import type { SlackBlock } from './block-kit.ts';
import { interactionOf, pickedOf } from './interactions.ts';
import { interactiveIn } from './interactive.ts';
import { forApi } from './methods/content.ts';
import type { PeopleTools } from './people.ts';
import { viewOf } from './submissions.ts';
import type { Delivery } from './transport.ts';
import { APP_ID, type StoredMessage, TEAM } from './workspace.ts';

/** Where something can be pressed. */
export type Place = StoredMessage | 'home' | 'modal';

/** Presses a button, or selects `values`; of two feedback buttons, the one with that value. */
export function press(
  tools: PeopleTools,
  userId: string,
  place: Place,
  actionId: string,
  values: readonly string[] = [],
): Promise<Delivery> {
  const { workspace, transport } = tools;
  const blocks = blocksOf(tools, userId, place);
  const found = blocks.flatMap(interactiveIn).find((element) => element.action_id === actionId);
  if (!found) throw new Error(`There is nothing named ${actionId} to press.`);
  return transport.deliver('interactive', {
    type: 'block_actions',
    ...interactionOf(tools, userId),
    ...contextOf(tools, userId, place, blocks),
    actions: [
      {
        ...actionOf(found, values),
        block_id: blockIdOf(blocks, actionId),
        action_ts: workspace.nextTs(),
      },
    ],
  });
}

/** Slack names a block that the app has not named. */
function blockIdOf(blocks: readonly SlackBlock[], actionId: string): string {
  const holder = blocks.find((block) =>
    interactiveIn(block).some((element) => element.action_id === actionId),
  );
  return holder?.block_id ?? 'b1';
}

function actionOf(element: Interactive | FeedbackButtons, values: readonly string[]) {
  if (element.type === 'button') return element;
  if (element.type === 'feedback_buttons') return feedbackOf(element, values);
  const { type, action_id } = element;
  return { type, action_id, ...pickedOf(element, values) };
}

/** The reference of the element leaves its payload out; this is how Bolt describes it. */
function feedbackOf(element: FeedbackButtons, [chosen]: readonly string[]) {
  const { type, action_id, positive_button, negative_button } = element;
  const pressed = [positive_button, negative_button].find(({ value }) => value === chosen);
  if (!pressed) throw new Error('There is no feedback button with that value.');
  return { type, action_id, text: pressed.text, value: pressed.value };
}

function blocksOf({ workspace }: PeopleTools, userId: string, place: Place): readonly SlackBlock[] {
  if (place === 'home') return workspace.homes.get(userId) ?? [];
  return place === 'modal' ? (workspace.modals.get(userId)?.blocks ?? []) : place.blocks;
}

function contextOf(
  tools: PeopleTools,
  userId: string,
  place: Place,
  blocks: readonly SlackBlock[],
) {
  if (place === 'home') return homeContext(userId, blocks);
  if (place !== 'modal') return messageContext(tools, userId, place);
  const modal = tools.workspace.modals.get(userId);
  if (!modal) throw new Error('No modal is open.');
  return { container: { type: 'view', view_id: modal.id }, view: viewOf(modal, {}) };
}

function homeContext(userId: string, blocks: readonly SlackBlock[]) {
  const id = `V${userId.slice(1)}`;
  return {
    container: { type: 'view', view_id: id },
    view: { id, team_id: TEAM.id, type: 'home', blocks, app_id: APP_ID },
  };
}

function messageContext(
  { workspace, responseUrls, origin }: PeopleTools,
  userId: string,
  message: StoredMessage,
) {
  const { channel, ts, threadTs, visibleTo } = message;
  const isEphemeral = visibleTo !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: isEphemeral,
      ...(threadTs !== undefined && { thread_ts: threadTs }),
    },
    channel: { id: channel, name: workspace.channels.get(channel)?.name ?? 'unknown' },
    // Slack keeps no ephemeral messages, so it can't show them to the app.
    ...(!isEphemeral && { message: forApi(message, workspace, true) }),
    response_url: `${origin}${responseUrls.issue(channel, userId, message)}`,
  };
}
