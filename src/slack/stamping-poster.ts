import { stampedFor } from '../messages/group-stamp.ts';
import type { KeptPoster } from '../organizers/ports.ts';

/** A poster whose messages say in their buttons whose they are: in direct messages, nothing else does. */
export function stampingPoster(poster: KeptPoster): KeptPoster {
  return {
    ...poster,
    post: (message, metadata) => poster.post(stampedFor(message, metadata.groupId), metadata),
    edit: (at, message, metadata) =>
      poster.edit(at, stampedFor(message, metadata.groupId), metadata),
  };
}
