import type { Finding, Trouble } from '../findings.ts';

interface Scope {
  readonly name: string;
  /** What the bot can't do without it. */
  readonly cost: string;
  readonly kind: Trouble['kind'];
  /** Another scope that does the same for private channels. */
  readonly or?: string;
}

/** The scopes that manifest.yml asks for. docs/slack-app.md says what each is for. */
export const SCOPES: readonly Scope[] = [
  { name: 'app_mentions:read', cost: 'mentions of the bot stay unanswered', kind: 'failing' },
  {
    name: 'channels:history',
    or: 'groups:history',
    cost: 'if Slack’s response to a post is lost, the bot can’t find out whether it was posted, and gives up on that reminder or reply',
    kind: 'warning',
  },
  { name: 'chat:write', cost: 'the bot can post nothing', kind: 'failing' },
  { name: 'commands', cost: 'there is no slash command', kind: 'failing' },
  { name: 'im:history', cost: 'direct messages to the bot stay unanswered', kind: 'failing' },
  {
    name: 'im:write',
    cost: 'if Slack’s response to a personal reminder is lost, the bot can’t find out whether it was sent, and gives up on it',
    kind: 'warning',
  },
  { name: 'reactions:write', cost: 'people who say thanks get no reaction', kind: 'warning' },
];

const REINSTALL = 'Add it under OAuth & Permissions of the app, and reinstall the app.';

/** The scopes of a bot token against those that the bot uses; `scopes` is undefined if Slack lists none. */
export function scopeFindings(scopes: readonly string[] | undefined): Finding[] {
  const about = 'Scopes';
  if (!scopes) return [{ kind: 'skipped', about, says: 'Slack doesn’t list the token’s scopes' }];
  const missing = SCOPES.filter(({ name, or }) => !holds(scopes, name, or)).map(
    ({ name, cost, kind }): Finding => {
      return { kind, about, says: `the token lacks the scope ${name}: ${cost}`, wayOut: REINSTALL };
    },
  );
  const used = SCOPES.flatMap(({ name, or = name }) => [name, or]);
  const extra = scopes.filter((scope) => !used.includes(scope));
  const unused: Finding = {
    kind: 'warning',
    about,
    says: `the token has scopes that the bot does not use: ${extra.join(', ')}`,
    wayOut: 'Remove them under OAuth & Permissions of the app, and reinstall the app.',
  };
  const found = extra.length > 0 ? [...missing, unused] : missing;
  if (found.length > 0) return found;
  return [{ kind: 'fine', about, says: `the token has all ${SCOPES.length} that the bot uses` }];
}

function holds(scopes: readonly string[], name: string, or = name): boolean {
  return scopes.includes(name) || scopes.includes(or);
}
