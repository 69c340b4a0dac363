import type { PlacedGroup } from '../group/placement.ts';
import type { Registry } from '../group/registry.ts';
import { answerOf, stampedFor } from '../messages/group-stamp.ts';
import type { Message } from '../messages/message.ts';
import type { KeptPoster } from '../organizers/ports.ts';
import type { PostMetadata } from '../reminders/ports.ts';

/**
 * A poster for several groups. Away from a group's own channels, its messages begin with whose they are: many
 * groups have a “Regular SIG Meeting”. Their buttons carry the group as well.
 */
export function stampingPoster(
  poster: KeptPoster,
  groups: Pick<Registry<PlacedGroup>, 'byId' | 'inChannel'>,
): KeptPoster {
  function stamped(message: Message, { groupId, destination }: PostMetadata): Message {
    const owner = groups.byId(groupId);
    const isAtHome =
      destination.kind === 'channel' && groups.inChannel(destination.channelId) === owner;
    const said = owner && !isAtHome ? answerOf(owner.group.name, message) : message;
    return stampedFor(said, groupId);
  }
  return {
    ...poster,
    post: (message, metadata) => poster.post(stamped(message, metadata), metadata),
    edit: (at, message, metadata) => poster.edit(at, stamped(message, metadata), metadata),
  };
}
