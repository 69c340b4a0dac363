import type { Logger } from 'pino';

const COST_OF_A_MISSING_SCOPE: Readonly<Record<string, string>> = {
  'channels:history':
    'if Slack’s response to a post is lost, the bot can’t find out whether it was posted, and gives up on that reminder or reply',
  'im:write':
    'if Slack’s response to a personal reminder is lost, the bot can’t find out whether it was sent, and gives up on it',
  'reactions:write': 'people who say thanks get no reaction',
};

/** Warns of what the bot can't do with its token's scopes; `scopes` is undefined if Slack didn't list them. */
export function warnOfMissingScopes(scopes: readonly string[] | undefined, logger: Logger): void {
  if (!scopes) return;
  // Private channels have a separate history scope.
  const held = scopes.includes('groups:history') ? [...scopes, 'channels:history'] : scopes;
  for (const [scope, cost] of Object.entries(COST_OF_A_MISSING_SCOPE)) {
    if (!held.includes(scope)) logger.warn(`the token lacks the scope ${scope}: ${cost}`);
  }
}
