import type { DateTime } from 'luxon';
import { destinationId } from '../../src/reminders/destination.ts';
import type { Poster, PostOutcome } from '../../src/reminders/ports.ts';
import { at } from '../support/build.ts';

/** One message in Slack, with what it says now. */
export interface SlackMessage {
  readonly groupId: string;
  /** Channel or member it was sent to. */
  readonly to: string;
  readonly key: string;
  readonly kind: string;
  readonly meetingId: string;
  readonly ts: string;
  /** According to Slack's own clock. */
  readonly postedAt: DateTime<true>;
  /** Whether the clock of the process that posted it was minutes off. */
  readonly byWrongClock: boolean;
  text: string;
}

export interface FrailSlack {
  readonly messages: SlackMessage[];
  now: DateTime<true>;
}

export function frailSlack(): FrailSlack {
  return { messages: [], now: at('2026-12-01T00:00') };
}

export interface Faults {
  active: boolean;
  /** Slack refuses every post, as it does while the bot is not in the channel. */
  refusing: boolean;
  readonly random: () => number;
}

const SPOILT_SHARE = 0.7;
const REFUSED = { kind: 'refused', reason: 'not_in_channel', advice: 'Invite it.' } as const;

/** A Slack that loses requests and responses while faults are on. */
export function posterFor(slack: FrailSlack, faults: Faults, hasWrongClock: () => boolean): Poster {
  const spoilt = () => faults.active && faults.random() < SPOILT_SHARE;
  return {
    async post({ text }, { key, groupId, destination, kind, meetingId = 'none' }) {
      if (faults.refusing) return REFUSED;
      const outcome = spoilt() ? badOutcome(faults.random()) : undefined;
      if (outcome && outcome.effect === 'none') return outcome.answer;
      const to = destinationId(destination);
      const ts = `${slack.now.toSeconds()}.${String(slack.messages.length).padStart(6, '0')}`;
      const place = { groupId, to, ts, postedAt: slack.now, byWrongClock: hasWrongClock() };
      slack.messages.push({ ...place, key, kind, meetingId, text });
      return outcome?.answer ?? { kind: 'posted', channel: to, ts };
    },
    async edit({ ts }, { text }) {
      const fails = spoilt();
      const message = slack.messages.find((other) => other.ts === ts);
      if (message && (!fails || faults.random() < 0.5)) message.text = text;
      return fails ? { kind: 'try again', reason: '500' } : { kind: 'edited' };
    },
    async find({ key, groupId, destination }, since) {
      if (spoilt()) return { kind: 'try again', reason: '500' };
      const channel = destinationId(destination);
      const found = slack.messages.find(
        (other) =>
          other.key === key &&
          other.groupId === groupId &&
          other.to === channel &&
          other.postedAt >= since.minus({ hours: 25 }),
      );
      return found ? { kind: 'found', channel, ts: found.ts } : { kind: 'not there' };
    },
  };
}

function badOutcome(dice: number): { effect: 'none' | 'posted'; answer: PostOutcome } {
  if (dice < 0.2)
    return { effect: 'none', answer: { kind: 'rate limited', retryAfterSeconds: 30 } };
  if (dice < 0.4) return { effect: 'none', answer: { kind: 'not posted', reason: 'ECONNREFUSED' } };
  if (dice < 0.65) return { effect: 'none', answer: { kind: 'unknown', reason: 'dropped before' } };
  return { effect: 'posted', answer: { kind: 'unknown', reason: 'dropped after' } };
}
