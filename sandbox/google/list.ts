import { DateTime } from 'luxon';
import { z } from 'zod';
import { millisOf, readEvent } from './event.ts';
import { expand } from './expand.ts';

const rfc3339 = z.iso.datetime({ offset: true }).transform((text) => DateTime.fromISO(text));
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

/** Parameters of `events.list`. https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
export const listParameters = z.object({
  singleEvents: flag,
  showDeleted: flag,
  orderBy: z.enum(['startTime', 'updated']).optional(),
  timeMin: rfc3339.optional(),
  timeMax: rfc3339.optional(),
  maxResults: z.coerce.number().int().min(1).max(2500).default(250),
  pageToken: z.string().optional(),
  fields: z.string().optional(),
  key: z.string().optional(),
});

export type ListParameters = z.infer<typeof listParameters>;

export type ListResult =
  | { readonly ok: true; readonly items: readonly unknown[]; readonly nextPageToken?: string }
  | { readonly ok: false; readonly problem: string };

const EVER = { from: DateTime.utc(1970), to: DateTime.utc(2200) };

/** Answers `events.list` from the calendar's resources. */
export function listEvents(
  resources: readonly unknown[],
  query: ListParameters,
  zone: string,
): ListResult {
  if (query.orderBy === 'startTime' && !query.singleEvents) {
    return {
      ok: false,
      problem: 'The requested ordering is not available for the particular query.',
    };
  }
  const from = query.timeMin ?? EVER.from;
  const to = query.timeMax ?? EVER.to;
  if (from >= to) return { ok: false, problem: 'The specified time range is empty.' };
  const all = query.singleEvents ? expand(resources, { from, to }, zone) : resources;
  const matching = all.map((resource) => placed(resource, zone)).filter((one) => isIn(one, query));
  if (query.orderBy === 'startTime') matching.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  return page(
    matching.map(({ resource }) => resource),
    query,
  );
}

/** A resource with what a list is selected and ordered by; instants in milliseconds. */
interface Placed {
  readonly resource: unknown;
  readonly cancelled: boolean;
  readonly start: number | undefined;
  readonly end: number | undefined;
}

function placed(resource: unknown, zone: string): Placed {
  const { status, start, end, originalStartTime } = readEvent(resource);
  const begin = millisOf(start ?? originalStartTime, zone);
  return {
    resource,
    cancelled: status === 'cancelled',
    start: begin,
    end: millisOf(end ?? originalStartTime, zone) ?? begin,
  };
}

function isIn(
  { cancelled, start, end }: Placed,
  { timeMin, timeMax, showDeleted }: ListParameters,
): boolean {
  if (cancelled && !showDeleted) return false;
  // Resources without a valid time are served too: real calendars contain surprises.
  if (start === undefined || end === undefined) return true;
  return (!timeMin || end > timeMin.toMillis()) && (!timeMax || start < timeMax.toMillis());
}

function page(items: readonly unknown[], { pageToken, maxResults }: ListParameters): ListResult {
  const offset = pageToken === undefined ? 0 : Number(/^page-(\d+)$/.exec(pageToken)?.[1] ?? -1);
  if (offset < 0 || offset > items.length) return { ok: false, problem: 'Invalid page token.' };
  const next = offset + maxResults;
  const more = next < items.length;
  return {
    ok: true,
    items: items.slice(offset, next),
    ...(more && { nextPageToken: `page-${next}` }),
  };
}
