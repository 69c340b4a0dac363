import { z } from 'zod';
import { UpstreamError } from '../errors.ts';

const googleFailure = z.object({
  status: z.number().optional(),
  response: z
    .object({
      status: z.number().optional(),
      data: z
        .object({
          error: z.object({
            errors: z.array(z.object({ reason: z.string().optional() })).optional(),
          }),
        })
        .optional()
        .catch(undefined),
    })
    .optional(),
});

const QUOTA = ['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded', 'dailyLimitExceeded'];

/**
 * What a failed call to the Calendar API means for the operator.
 * https://developers.google.com/workspace/calendar/api/guides/errors
 */
export function googleError(cause: unknown, calendarId: string): UpstreamError {
  const failure = googleFailure.safeParse(cause).data;
  const status = failure?.response?.status ?? failure?.status;
  const reason = failure?.response?.data?.error.errors?.[0]?.reason ?? '';
  const advice = adviceFor(status, reason, calendarId);
  const said = [status, reason].filter(Boolean).join(' ') || 'no answer';
  const message = `Google Calendar could not be read (${said})`;
  return advice === undefined
    ? new UpstreamError(message, { kind: 'unavailable', cause })
    : new UpstreamError(message, { kind: 'refused', advice, cause });
}

function adviceFor(status: number | undefined, reason: string, id: string): string | undefined {
  if (QUOTA.includes(reason)) return undefined;
  switch (status) {
    case 400:
      return 'Check GOOGLE_API_KEY: Google says that the key or the request is not valid.';
    case 401:
      return 'Check GOOGLE_APPLICATION_CREDENTIALS or GOOGLE_API_KEY: Google does not accept them.';
    case 403:
      return `Enable the Google Calendar API for the key's project, and make the calendar ${id} public or share it with the service account.`;
    case 404:
    case 410:
      return `Check calendar.id in the group file, and that the calendar is public or shared with the service account: Google finds no calendar ${id}.`;
    default:
      return undefined;
  }
}
