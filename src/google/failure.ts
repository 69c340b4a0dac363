import { z } from 'zod';
import { UpstreamError } from '../errors.ts';

// The Calendar API puts the error into an object, the token server into two strings:
// https://datatracker.ietf.org/doc/html/rfc6749#section-5.2
const refusal = z.union([
  z.object({
    error: z.object({
      errors: z.array(z.object({ reason: z.string().optional() })).optional(),
      details: z.array(z.object({ reason: z.string().optional() })).optional(),
    }),
  }),
  z.object({ error: z.string(), error_description: z.string().optional() }),
  // A web page, for example from a proxy.
  z.string(),
]);

type Refusal = z.infer<typeof refusal>;

const googleFailure = z.object({
  status: z.number().optional(),
  code: z.unknown().optional(),
  response: z
    .object({ status: z.number().optional(), data: refusal.optional().catch(undefined) })
    .optional(),
});

const PROXY =
  'Check the network of this machine: a proxy seems to answer instead of Google. If GOOGLE_API_ROOT_URL is set, check that too.';
const QUOTA = ['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded', 'dailyLimitExceeded'];

/**
 * What a failed call to the Calendar API means for the operator.
 * https://developers.google.com/workspace/calendar/api/guides/errors
 */
export function googleError(cause: unknown, calendarId: string): UpstreamError {
  return apiError(cause, CALENDAR, (status) => calendarAdvice(status, calendarId));
}

/** One of Google's services, and what the console calls its API. */
export interface GoogleApi {
  readonly service: string;
  readonly api: string;
}

const CALENDAR = { service: 'Google Calendar', api: 'Google Calendar API' };

/** What is particular to one API: the advice on a status and the reason given for it. */
type AdviceOn = (status: number | undefined, reason: string) => string | undefined;

/** What a failed call to one of Google's APIs means for the operator. */
export function apiError(cause: unknown, api: GoogleApi, adviceOn: AdviceOn): UpstreamError {
  const failure = googleFailure.safeParse(cause).data;
  const status = failure?.response?.status ?? failure?.status;
  const data = failure?.response?.data;
  const advice = adviceFrom(status, data, api, adviceOn);
  const said = [status, reasonIn(data)].filter(Boolean).join(' ') || networkReason(failure?.code);
  const message = `${api.service} could not be read (${said})`;
  return advice === undefined
    ? new UpstreamError(message, { kind: 'unavailable', cause })
    : new UpstreamError(message, { kind: 'refused', advice, cause });
}

function adviceFrom(
  status: number | undefined,
  data: Refusal | undefined,
  { api }: GoogleApi,
  adviceOn: AdviceOn,
): string | undefined {
  if (typeof data === 'string') return status !== undefined && status < 500 ? PROXY : undefined;
  if (typeof data?.error === 'string') return credentialsAdvice(data.error);
  const reason = reasonIn(data);
  if (QUOTA.includes(reason)) return undefined;
  return keyAdvice(reason, api) ?? adviceOn(status, reason);
}

function reasonIn(data: Refusal | undefined): string {
  if (data === undefined) return '';
  if (typeof data === 'string') return 'a web page, not a response from Google';
  if (typeof data.error === 'string') return data.error;
  const { details, errors } = data.error;
  const specific = details?.find(({ reason }) => reason?.startsWith('API_KEY'))?.reason;
  return specific ?? errors?.[0]?.reason ?? '';
}

function networkReason(code: unknown): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${code}: the server’s name was not found; check the network and its DNS`;
    default:
      return typeof code === 'string' ? `no answer, ${code}` : 'no answer';
  }
}

function credentialsAdvice(error: string): string | undefined {
  switch (error) {
    case 'invalid_grant':
      return 'Check GOOGLE_APPLICATION_CREDENTIALS and this machine’s clock: Google says that the key was deleted or the time is wrong.';
    case 'invalid_client':
    case 'unauthorized_client':
    case 'invalid_scope':
    case 'deleted_client':
      return 'Check GOOGLE_APPLICATION_CREDENTIALS: Google does not know this account, or doesn’t accept it here. Create a new JSON key for the service account.';
    default:
      return undefined;
  }
}

// https://cloud.google.com/docs/authentication/api-keys-use
function keyAdvice(reason: string, api: string): string | undefined {
  switch (reason) {
    case 'API_KEY_INVALID':
      return 'Check GOOGLE_API_KEY: Google doesn’t know this key.';
    case 'API_KEY_SERVICE_BLOCKED':
      return `Allow the ${api} in the API restrictions of GOOGLE_API_KEY.`;
    case 'API_KEY_IP_ADDRESS_BLOCKED':
    case 'API_KEY_HTTP_REFERRER_BLOCKED':
    case 'API_KEY_ANDROID_APP_BLOCKED':
    case 'API_KEY_IOS_APP_BLOCKED':
      return 'Change the application restrictions of GOOGLE_API_KEY: they do not allow this machine.';
    default:
      return undefined;
  }
}

function calendarAdvice(status: number | undefined, id: string): string | undefined {
  switch (status) {
    case 400:
      return 'Check GOOGLE_API_KEY: Google says that the key or the request is not valid.';
    case 401:
      return 'Check GOOGLE_APPLICATION_CREDENTIALS or GOOGLE_API_KEY: Google does not accept them.';
    case 403:
      return `Enable the Google Calendar API for the key's project, and make the calendar ${id} public or share it with the service account.`;
    case 404:
    case 410:
      return `Check calendar.id in the group file, and that the calendar is public or shared with the service account: Google can’t find the calendar ${id}.`;
    default:
      return undefined;
  }
}
