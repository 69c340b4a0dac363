import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { SetupError } from '../errors.ts';
import { readSettingFile } from '../read-setting-file.ts';

const SETTING = 'GOOGLE_APPLICATION_CREDENTIALS';
const NEW_KEY = 'create a new JSON key for the service account in the Google Cloud console';

const text = z.string('is missing').min(1, 'is empty');

// What Google's library needs from each kind: https://google.aip.dev/auth/4110
const serviceAccount = z.object({
  type: z.literal('service_account'),
  client_email: text.includes('@', 'is not an address'),
  private_key: text.refine(isPrivateKey, 'is damaged'),
});
const authorizedUser = z.object({
  type: z.literal('authorized_user'),
  client_id: text,
  client_secret: text,
  refresh_token: text,
});
const externalAccount = z.object({
  type: z.literal('external_account'),
  audience: text,
  subject_token_type: text,
  token_url: text,
  credential_source: z.looseObject({}, 'is missing'),
});
const OTHER_TYPES = [
  'impersonated_service_account',
  'external_account_authorized_user',
  'gdch_service_account',
] as const;
const credentials = z.discriminatedUnion('type', [
  serviceAccount,
  authorizedUser,
  externalAccount,
  z.object({ type: z.literal(OTHER_TYPES) }),
]);

const client = z.looseObject({});
const oauthClient = z.union([z.object({ installed: client }), z.object({ web: client })]);

/**
 * The library only reads the file at the first request; the operator should know at startup.
 * Fails with SetupError, which shows none of the content.
 */
export function checkCredentials(path: string): void {
  const content = parse(path, readSettingFile(SETTING, path));
  if (oauthClient.safeParse(content).success) {
    throw problem(path, `is an OAuth client file; ${NEW_KEY}`);
  }
  const { error } = credentials.safeParse(content);
  const [issue] = error?.issues ?? [];
  if (!issue) return;
  const [field] = issue.path;
  throw field === undefined || field === 'type'
    ? problem(path, `is not a service account's key file; ${NEW_KEY}`)
    : problem(path, `is incomplete: its ${String(field)} ${issue.message}; ${NEW_KEY}`);
}

function parse(path: string, json: string): unknown {
  if (json.startsWith('\ufeff'))
    throw problem(path, 'starts with a BOM; save it as UTF-8 without one');
  try {
    return JSON.parse(json);
  } catch {
    // The parser's own message quotes the file, perhaps a key.
    throw problem(path, `is empty, truncated or not JSON; ${NEW_KEY}`);
  }
}

function isPrivateKey(pem: string): boolean {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
}

function problem(path: string, what: string): SetupError {
  return new SetupError([`${SETTING}: ${path} ${what}`]);
}
