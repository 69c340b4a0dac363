import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Video } from '../recordings/video.ts';

/** The fields of a page that are asked for. */
export const FIELDS =
  'etag,nextPageToken,items(snippet(title,resourceId/videoId),contentDetails/videoPublishedAt)';

const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => DateTime.fromISO(text, { zone: 'utc' }))
  .refine((at): at is DateTime<true> => at.isValid);

const item = z.object({
  snippet: z.object({ title: z.string(), resourceId: z.object({ videoId: z.string().min(1) }) }),
  // Private and deleted videos stay in their playlists, without the time of their publication.
  // https://developers.google.com/youtube/v3/docs/playlistItems#contentDetails.videoPublishedAt
  contentDetails: z.object({ videoPublishedAt: instant.optional() }).optional(),
});

/** A page of `playlistItems.list`. */
export const playlistPage = z.object({
  etag: z.string().optional(),
  nextPageToken: z.string().optional(),
  items: z.array(z.unknown()),
});

/** A video that can be watched; undefined if the item is none. */
export function videoOf(resource: unknown): Video | undefined {
  const { data } = item.safeParse(resource);
  const publishedAt = data?.contentDetails?.videoPublishedAt;
  if (data === undefined || publishedAt === undefined) return undefined;
  const { title, resourceId } = data.snippet;
  return { id: resourceId.videoId, title, publishedAt };
}
