import { auth } from 'googleapis/build/src/apis/calendar/index.js';
import { checkCredentials } from './credentials-file.ts';

/** How to authenticate with Google. */
export type GoogleAccess =
  | { readonly kind: 'api key'; readonly key: string }
  | { readonly kind: 'credentials file'; readonly path: string };

const SCOPES = ['https://www.googleapis.com/auth/calendar.readonly'];

/** What the client authenticates with. Fails with SetupError if the file contains no credentials. */
export function authorization(access: GoogleAccess) {
  switch (access.kind) {
    case 'api key':
      return access.key;
    case 'credentials file':
      checkCredentials(access.path);
      // The library finds the file through the same variable; passing it here is deprecated.
      return new auth.GoogleAuth({ scopes: SCOPES });
  }
}
