import type { Logger } from 'pino';

const COST_OF_A_MISSING_SCOPE: Readonly<Record<string, string>> = {
  'channels:history':
    'when an answer of Slack to a post is lost, the bot can’t find out whether it was made, and gives that reminder up',
  'im:write':
    'when an answer of Slack to a personal reminder is lost, the bot can’t find out whether it was sent, and gives it up',
  'reactions:write': 'whoever says thanks gets no reaction',
};

/** Says what the bot can't promise with the scopes of its token; undefined where Slack tells none. */
export function warnOfMissingScopes(scopes: readonly string[] | undefined, logger: Logger): void {
  if (!scopes) return;
  // In a private channel the history has a scope of its own.
  const held = scopes.includes('groups:history') ? [...scopes, 'channels:history'] : scopes;
  for (const [scope, cost] of Object.entries(COST_OF_A_MISSING_SCOPE)) {
    if (!held.includes(scope)) logger.warn(`the token lacks the scope ${scope}: ${cost}`);
  }
}
