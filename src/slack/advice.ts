const REINSTALL = 'reinstall the app and set the new token as SLACK_BOT_TOKEN.';

/** What an operator can do about an error that Slack names. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ['not_in_channel', 'Invite the bot to the channel: type /invite and the bot’s name in it.'],
  [
    'channel_not_found',
    'The bot sees no such channel: check the setting with its ID. If it is private, invite the bot.',
  ],
  ['is_archived', 'The channel is archived: unarchive it, or change the setting with its ID.'],
  ['missing_scope', 'Reinstall the Slack app from manifest.yml: its token lacks a scope.'],
  ['restricted_action', 'A workspace setting keeps the bot from posting in this channel.'],
  ['invalid_auth', 'Slack does not accept the token: copy it again from the app’s settings.'],
  ['not_authed', 'Slack got no token: set SLACK_BOT_TOKEN.'],
  ['token_revoked', `The token was revoked: ${REINSTALL}`],
  ['token_expired', `The token has expired: ${REINSTALL}`],
  ['account_inactive', `The app was removed from the workspace: ${REINSTALL}`],
  ['accesslimited', 'The workspace limits access to the app: ask its admins to allow it.'],
  ['access_denied', 'The workspace denies the app access: ask its admins to allow it.'],
  ['team_access_not_granted', 'The app may not act in this workspace: ask its admins to allow it.'],
  [
    'org_login_required',
    'The workspace is being moved to another organization: wait until that is over.',
  ],
  ['ekm_access_denied', 'The workspace’s admins have suspended access to messages: ask them.'],
  [
    'messages_tab_disabled',
    'Direct messages to the app are turned off: turn on the Messages Tab under App Home of the app.',
  ],
]);

/** What to do about an error that Slack names. */
export function slackAdvice(error: string): string {
  return ADVICE.get(error) ?? `Slack answers "${error}"; its documentation says what that means.`;
}
