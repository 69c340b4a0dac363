import type { webApi } from '@slack/bolt';
import type { Message } from '../messages/message.ts';
import type { KeptPoster } from '../organizers/ports.ts';
import { type Destination, destinationId } from '../reminders/destination.ts';
import type { EditOutcome, PostOutcome } from '../reminders/ports.ts';
import {
  failedCall,
  failedPost,
  isAboutOnePerson,
  isNotYetOpen,
  isOutOfReach,
  isUnfit,
} from './failure.ts';
import { findInHistory } from './find-in-history.ts';
import { type Labelled, labelled } from './post-label.ts';

/**
 * Posts through `chat.postMessage`. `client` must not retry by itself: a retry after a lost answer
 * posts twice. `botUserId` tells the bot's own messages from others'.
 */
export function slackPoster(client: webApi.WebClient, botUserId: string | undefined): KeptPoster {
  return {
    async post(message, metadata) {
      const { destination } = metadata;
      const outcome = await post(client, destination, labelled(message, metadata));
      if (outcome.kind !== 'unfit') return outcome;
      // A message without blocks is still a reminder; its text says all that matters.
      return post(client, destination, labelled(plainText(message), metadata));
    },

    async edit({ channel, ts }, message, metadata) {
      const update = (content: Labelled) => client.chat.update({ channel, ts, ...content });
      const outcome = await edited(() => update(labelled(message, metadata)));
      if (outcome.kind !== 'unfit') return outcome;
      const plain = await edited(() => update(labelled(plainText(message), metadata)));
      return plain.kind === 'unfit' ? { kind: 'out of reach' } : plain;
    },

    async remove({ channel, ts }) {
      const outcome = await edited(() => client.chat.delete({ channel, ts }));
      return outcome.kind === 'unfit' ? { kind: 'out of reach' } : outcome;
    },

    async find(metadata, since) {
      const { destination } = metadata;
      try {
        const channel = await channelOf(client, destination);
        const found = await findInHistory(client, channel, metadata, since, botUserId);
        switch (found.kind) {
          case 'found':
            return { kind: 'found', channel, ts: found.ts };
          case 'not there':
            return found;
          case 'too much to read':
            return { kind: 'try again', reason: 'the history is too long to be read' };
        }
      } catch (error) {
        // Whoever can't be reached has no message, and the post will find that out.
        if (destination.kind === 'person' && isAboutOnePerson(error)) return { kind: 'not there' };
        return failedCall(error);
      }
    },
  };
}

function plainText({ text }: Message): Message {
  return { text, blocks: [] };
}

async function post(
  client: webApi.WebClient,
  destination: Destination,
  content: Labelled,
): Promise<PostOutcome> {
  try {
    return await postOnce(client, destinationId(destination), content);
  } catch (error) {
    if (destination.kind === 'channel') return failedPost(error);
    if (!isNotYetOpen(error)) return failedDirect(error);
  }
  try {
    return await postOnce(client, await channelOf(client, destination), content);
  } catch (error) {
    return failedDirect(error);
  }
}

async function postOnce(
  client: webApi.WebClient,
  channel: string,
  content: Labelled,
): Promise<PostOutcome> {
  const posted = await client.chat.postMessage({
    channel,
    ...content,
    unfurl_links: false,
    unfurl_media: false,
  });
  return posted.ts === undefined
    ? { kind: 'unknown', reason: 'an answer without the id of the message' }
    : { kind: 'posted', ts: posted.ts, channel: posted.channel ?? channel };
}

function failedDirect(error: unknown): PostOutcome {
  const outcome = failedPost(error);
  return outcome.kind === 'refused' && isAboutOnePerson(error)
    ? { kind: 'unreachable', reason: outcome.reason }
    : outcome;
}

async function edited(update: () => Promise<unknown>): Promise<EditOutcome | { kind: 'unfit' }> {
  try {
    await update();
    return { kind: 'edited' };
  } catch (error) {
    if (isUnfit(error)) return { kind: 'unfit' };
    return isOutOfReach(error) ? { kind: 'out of reach' } : failedCall(error);
  }
}

async function channelOf(client: webApi.WebClient, destination: Destination): Promise<string> {
  if (destination.kind === 'channel') return destination.channelId;
  const { channel } = await client.conversations.open({ users: destination.userId });
  if (channel?.id === undefined) throw new Error('Slack opened a conversation without an id.');
  return channel.id;
}
