import { auth } from 'googleapis/build/src/apis/calendar/index.js';
import { checkCredentials } from './credentials-file.ts';

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
