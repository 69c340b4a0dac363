import { ANY_REQUEST } from '../../faults.ts';
import { type FaultEffect, ofHistory, ofMessages } from './fault-effect.ts';

interface FaultGroup {
  readonly title: string;
  readonly switches: readonly {
    readonly id: string;
    readonly label: string;
    /** What it does, for someone who doesn't know it. */
    readonly hint: string;
    readonly effect: FaultEffect;
  }[];
}

const GOOGLE: FaultGroup = {
  title: 'Google Calendar',
  switches: [
    {
      id: 'google-down',
      label: 'Unreachable',
      hint: 'Connections break.',
      effect: { google: 'dropped before' },
    },
    {
      id: 'google-slow',
      label: 'Hangs',
      hint: 'Responses take 15 seconds, too long.',
      effect: { google: 'hang' },
    },
    {
      id: 'google-quota',
      label: 'Quota used up',
      hint: 'Every request fails with 429.',
      effect: { google: 'rate limited' },
    },
    {
      id: 'google-broken',
      label: 'Broken body',
      hint: 'Responses are cut in half.',
      effect: { google: 'truncated' },
    },
    {
      id: 'google-cut-off',
      label: 'Cut off',
      hint: 'Connections break in the middle of a response.',
      effect: { google: 'cut off' },
    },
    {
      id: 'google-empty',
      label: 'Empty body',
      hint: 'Responses succeed, but say nothing.',
      effect: { google: 'empty body' },
    },
    {
      id: 'google-html',
      label: 'A proxy’s page',
      hint: 'Responses succeed, but are HTML.',
      effect: { google: 'html' },
    },
  ],
};

const MESSAGES: FaultGroup = {
  title: 'Slack, for messages',
  switches: [
    {
      id: 'slack-limited',
      label: 'Rate limited',
      hint: 'Posts fail with 429 and a wait of 30 seconds.',
      effect: ofMessages('rate limited'),
    },
    {
      id: 'slack-500',
      label: 'Error 500',
      hint: 'Posts fail.',
      effect: ofMessages('server error'),
    },
    {
      id: 'slack-not-in-channel',
      label: 'Not in the channel',
      hint: 'Posts fail with not_in_channel.',
      effect: ofMessages({ error: 'not_in_channel' }),
    },
    {
      id: 'slack-no-direct',
      label: 'No direct messages',
      hint: 'Only direct messages fail, with messages_tab_disabled.',
      effect: {
        slack: [{ on: 'chat.postMessage', kind: { error: 'messages_tab_disabled' }, to: /^[UD]/ }],
      },
    },
    {
      id: 'slack-revoked',
      label: 'Token revoked',
      hint: 'Every call fails with token_revoked.',
      effect: { slack: [{ on: ANY_REQUEST, kind: { error: 'token_revoked' } }] },
    },
    {
      id: 'slack-lost',
      label: 'Response lost',
      hint: 'Posts are made, but the bot gets no response.',
      effect: ofMessages('dropped after'),
    },
    {
      id: 'history-no-metadata',
      label: 'History without metadata',
      hint: 'The channel’s history does not say which post is which.',
      effect: ofHistory('without metadata'),
    },
    {
      id: 'history-endless',
      label: 'Endless history',
      hint: 'Its cursor leads back to the first page.',
      effect: ofHistory('repeating cursor'),
    },
  ],
};

const SOCKET_MODE: FaultGroup = {
  title: 'Socket Mode',
  switches: [
    {
      id: 'socket-refused',
      label: 'Cannot connect',
      hint: 'The connection breaks, and no new one can be opened.',
      effect: { socket: 'refused' },
    },
    {
      id: 'socket-hangs',
      label: 'Handshake hangs',
      hint: 'The connection breaks, and the next handshake is never answered.',
      effect: { socket: 'handshake hangs' },
    },
    {
      id: 'socket-silent',
      label: 'Goes silent',
      hint: 'The connection stays open but goes silent.',
      effect: { socket: 'silent' },
    },
  ],
};

const CLOCK: FaultGroup = {
  title: 'The bot’s clock',
  switches: [
    {
      id: 'clock-fast',
      label: '6 minutes fast',
      hint: 'Slack and Google keep the right time.',
      effect: { clock: { minutes: 6 } },
    },
    {
      id: 'clock-slow',
      label: 'An hour slow',
      hint: 'As if the clock had been set back.',
      effect: { clock: { hours: -1 } },
    },
  ],
};

export const FAULT_GROUPS: readonly FaultGroup[] = [GOOGLE, MESSAGES, SOCKET_MODE, CLOCK];
