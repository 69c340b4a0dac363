/** What a value looks like, and the setting that it is for. */
export interface Pasted {
  readonly is: string;
  readonly setting?: string;
}

// Prefixes: https://docs.slack.dev/authentication/tokens
const KINDS: readonly (Pasted & { readonly pattern: RegExp })[] = [
  { pattern: /^Bearer /i, is: 'a token after the word Bearer, which must be removed' },
  { pattern: /^xoxb-/i, is: 'a bot token', setting: 'SLACK_BOT_TOKEN' },
  { pattern: /^xapp-/i, is: 'an app-level token', setting: 'SLACK_APP_TOKEN' },
  { pattern: /^xoxp-/i, is: 'a user token' },
  { pattern: /^xoxe\.xox/i, is: 'a token that expires; turn token rotation off in the app' },
  { pattern: /^xoxe-/i, is: 'a refresh or configuration token' },
  { pattern: /^xox[cds]-/i, is: 'a browser session token' },
  { pattern: /^xox[a-z]-/i, is: 'an obsolete kind of token' },
  { pattern: /^https:\/\/hooks\.slack\.com\//, is: 'an incoming webhook' },
  { pattern: /^postgres(ql)?:\/\//, is: 'a database address', setting: 'DATABASE_URL' },
  { pattern: /^[0-9a-f]{32}$/, is: 'a signing secret', setting: 'SLACK_SIGNING_SECRET' },
  { pattern: /^\d{6,}\.\d{6,}$/, is: 'the app’s client ID' },
  { pattern: /^[A-Za-z0-9]{24}$/, is: 'a verification token, which Slack no longer uses' },
  { pattern: /^AIza/, is: 'a Google API key', setting: 'GOOGLE_API_KEY' },
  { pattern: /^ya29\./, is: 'a Google access token, which lasts an hour' },
  { pattern: /^GOCSPX-/, is: 'an OAuth client secret' },
  { pattern: /\.apps\.googleusercontent\.com$/, is: 'an OAuth client ID' },
  { pattern: /\.gserviceaccount\.com$/, is: 'a service account’s address' },
  { pattern: /^\s*\{|^e[wy][A-Za-z0-9+/]{30}|-----BEGIN/, is: 'the content of a key file' },
  { pattern: /\.(json|p12)$/, is: 'a file path', setting: 'GOOGLE_APPLICATION_CREDENTIALS' },
];

/** What someone pasted; undefined if it looks like nothing in particular. */
export function pastedKind(value: string): Pasted | undefined {
  return KINDS.find(({ pattern }) => pattern.test(value));
}

/** Whether a value looks like it is not for this setting. */
export function belongsElsewhere(value: string, setting: string): boolean {
  const kind = pastedKind(value);
  return kind !== undefined && kind.setting !== setting;
}

/** What was found instead of a valid value, without revealing a secret. */
export function describePasted(value: string, secret: boolean): string {
  const kind = pastedKind(value);
  if (kind?.setting !== undefined) return `${kind.is}, which belongs in ${kind.setting}`;
  if (kind) return kind.is;
  if (secret || mayBeSecret(value)) return 'something else';
  return `"${value}"`;
}

/** A long value that doesn't look like a name or a path, or an address with a password. */
function mayBeSecret(value: string): boolean {
  const hasPassword = /^[a-z+]+:\/\/[^/]*@/i.test(value);
  return hasPassword || value.length > 200 || /^(?=.*\d)[\w+=-]{16,}$/.test(value);
}
