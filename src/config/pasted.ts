/** What a value is by its looks, and the setting that it is for. */
export interface Pasted {
  readonly is: string;
  readonly setting?: string;
}

// Prefixes: https://docs.slack.dev/authentication/tokens
const KINDS: readonly (Pasted & { readonly pattern: RegExp })[] = [
  { pattern: /^Bearer /i, is: 'a token after the word Bearer, which must go' },
  { pattern: /^xoxb-/i, is: 'a bot token', setting: 'SLACK_BOT_TOKEN' },
  { pattern: /^xapp-/i, is: 'an app-level token', setting: 'SLACK_APP_TOKEN' },
  { pattern: /^xoxp-/i, is: 'a user token' },
  { pattern: /^xoxe\.xox/i, is: 'a token that expires; turn token rotation off in the app' },
  { pattern: /^xoxe-/i, is: 'a refresh or configuration token' },
  { pattern: /^xox[cds]-/i, is: 'a token of a browser’s session' },
  { pattern: /^xox[a-z]-/i, is: 'a token of an old kind' },
  { pattern: /^https:\/\/hooks\.slack\.com\//, is: 'an incoming webhook' },
  { pattern: /^postgres(ql)?:\/\//, is: 'a database’s address', setting: 'DATABASE_URL' },
  { pattern: /^[0-9a-f]{32}$/, is: 'a signing secret', setting: 'SLACK_SIGNING_SECRET' },
  { pattern: /^\d{6,}\.\d{6,}$/, is: 'the app’s client id' },
  { pattern: /^[A-Za-z0-9]{24}$/, is: 'a verification token, which Slack uses no longer' },
  { pattern: /^AIza/, is: 'a Google API key', setting: 'GOOGLE_API_KEY' },
  { pattern: /^ya29\./, is: 'a Google access token, which lasts an hour' },
  { pattern: /^GOCSPX-/, is: 'the secret of an OAuth client' },
  { pattern: /\.apps\.googleusercontent\.com$/, is: 'the id of an OAuth client' },
  { pattern: /\.gserviceaccount\.com$/, is: 'the address of a service account' },
  { pattern: /^\s*\{|^e[wy][A-Za-z0-9+/]{30}|-----BEGIN/, is: 'the content of a key file' },
  { pattern: /\.(json|p12)$/, is: 'a file’s path', setting: 'GOOGLE_APPLICATION_CREDENTIALS' },
];

/** What someone pasted; undefined when it looks like nothing in particular. */
export function pastedKind(value: string): Pasted | undefined {
  return KINDS.find(({ pattern }) => pattern.test(value));
}

/** Whether a value looks like something that is not for this setting. */
export function belongsElsewhere(value: string, setting: string): boolean {
  const kind = pastedKind(value);
  return kind !== undefined && kind.setting !== setting;
}

/** What was found instead of what was wanted, without a secret's value. */
export function describePasted(value: string, secret: boolean): string {
  const kind = pastedKind(value);
  if (kind?.setting !== undefined) return `${kind.is}, which belongs in ${kind.setting}`;
  if (kind) return kind.is;
  if (secret || mayBeSecret(value)) return 'something else';
  return `"${value}"`;
}

/** Long and without the shape of a name or a path, or an address with a password. */
function mayBeSecret(value: string): boolean {
  const hasPassword = /^[a-z+]+:\/\/[^/]*@/i.test(value);
  return hasPassword || value.length > 200 || /^(?=.*\d)[\w+=-]{16,}$/.test(value);
}
