import { ANY_REQUEST } from '../../faults.ts';
import { type FaultEffect, ofHistory, ofMessages } from './fault-effect.ts';

interface FaultSwitch {
  readonly id: string;
  readonly label: string;
  /** What it does, for someone who doesn't know it. */
  readonly hint: string;
  readonly effect: FaultEffect;
}

interface FaultGroup {
  readonly title: string;
  readonly switches: readonly FaultSwitch[];
}

type Row = readonly [id: string, label: string, hint: string, effect: FaultEffect];

function faultGroup(title: string, rows: readonly Row[]): FaultGroup {
  return {
    title,
    switches: rows.map(([id, label, hint, effect]) => ({ id, label, hint, effect })),
  };
}

const GOOGLE = faultGroup('Google', [
  ['google-down', 'Unreachable', 'Connections break.', { google: 'dropped before' }],
  ['google-slow', 'Hangs', 'Responses take 15 seconds, too long.', { google: 'hang' }],
  ['google-quota', 'Quota used up', 'Every request fails with 429.', { google: 'rate limited' }],
  ['google-broken', 'Broken body', 'Responses are cut in half.', { google: 'truncated' }],
  [
    'google-cut-off',
    'Cut off',
    'Connections break in the middle of a response.',
    { google: 'cut off' },
  ],
  ['google-empty', 'Empty body', 'Responses succeed, but say nothing.', { google: 'empty body' }],
  ['google-html', 'A proxy’s page', 'Responses succeed, but are HTML.', { google: 'html' }],
]);

const FILES = faultGroup('YouTube and notes', [
  [
    'youtube-down',
    'YouTube unreachable',
    'Connections break, of its API and of the playlist’s feed.',
    { google: 'dropped before', of: ['youtube', 'playlist feed'] },
  ],
  [
    'youtube-quota',
    'YouTube’s quota used up',
    'Its API refuses every request with quotaExceeded.',
    { youTubeUnits: 0 },
  ],
  [
    'notes-down',
    'Notes unreachable',
    'Connections break.',
    { google: 'dropped before', of: ['documents'] },
  ],
  [
    'notes-slow',
    'Notes hang',
    'Responses take 15 seconds, too long.',
    { google: 'hang', of: ['documents'] },
  ],
]);

const MESSAGES = faultGroup('Slack, for messages', [
  [
    'slack-limited',
    'Rate limited',
    'Posts fail with 429 and a wait of 30 seconds.',
    ofMessages('rate limited'),
  ],
  ['slack-500', 'Error 500', 'Posts fail.', ofMessages('server error')],
  [
    'slack-not-in-channel',
    'Not in the channel',
    'Posts fail with not_in_channel.',
    ofMessages({ error: 'not_in_channel' }),
  ],
  [
    'slack-no-direct',
    'No direct messages',
    'Only direct messages fail, with messages_tab_disabled.',
    {
      slack: [{ on: 'chat.postMessage', kind: { error: 'messages_tab_disabled' }, to: /^[UD]/ }],
    },
  ],
  [
    'slack-revoked',
    'Token revoked',
    'Every call fails with token_revoked.',
    { slack: [{ on: ANY_REQUEST, kind: { error: 'token_revoked' } }] },
  ],
  [
    'slack-lost',
    'Response lost',
    'Posts are made, but the bot gets no response.',
    ofMessages('dropped after'),
  ],
  [
    'history-no-metadata',
    'History without metadata',
    'The channel’s history does not say which post is which.',
    ofHistory('without metadata'),
  ],
  [
    'history-endless',
    'Endless history',
    'Its cursor leads back to the first page.',
    ofHistory('repeating cursor'),
  ],
]);

const SOCKET_MODE = faultGroup('Socket Mode', [
  [
    'socket-refused',
    'Cannot connect',
    'The connection breaks, and no new one can be opened.',
    { socket: 'refused' },
  ],
  [
    'socket-hangs',
    'Handshake hangs',
    'The connection breaks, and the next handshake is never answered.',
    { socket: 'handshake hangs' },
  ],
  [
    'socket-silent',
    'Goes silent',
    'The connection stays open but goes silent.',
    { socket: 'silent' },
  ],
]);

const CLOCK = faultGroup('The bot’s clock', [
  [
    'clock-fast',
    '6 minutes fast',
    'Slack and Google keep the right time.',
    { clock: { minutes: 6 } },
  ],
  ['clock-slow', 'An hour slow', 'As if the clock had been set back.', { clock: { hours: -1 } }],
]);

export const FAULT_GROUPS: readonly FaultGroup[] = [GOOGLE, FILES, MESSAGES, SOCKET_MODE, CLOCK];
