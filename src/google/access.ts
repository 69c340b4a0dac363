import { readFileSync } from 'node:fs';
import { auth } from 'googleapis/build/src/apis/calendar/index.js';
import { z } from 'zod';
import { SetupError } from '../errors.ts';

/** How to show Google who asks. */
export type GoogleAccess =
  | { readonly kind: 'api key'; readonly key: string }
  | { readonly kind: 'credentials file'; readonly path: string };

const SCOPES = ['https://www.googleapis.com/auth/calendar.readonly'];

/** What the client authorizes itself with. Fails with SetupError when the file holds no credentials. */
export function authorization(access: GoogleAccess) {
  switch (access.kind) {
    case 'api key':
      return access.key;
    case 'credentials file':
      checkCredentials(access.path);
      // The library finds the file by the same variable; naming it here is deprecated.
      return new auth.GoogleAuth({ scopes: SCOPES });
  }
}

/** The library looks into the file at the first request only; the operator should know at once. */
function checkCredentials(path: string): void {
  const setting = 'GOOGLE_APPLICATION_CREDENTIALS';
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not JSON' : String(error);
    throw new SetupError([`${setting}: cannot read ${path} (${reason})`]);
  }
  if (!z.object({ type: z.string() }).safeParse(content).success) {
    throw new SetupError([`${setting}: ${path} is no key file of a service account`]);
  }
}
