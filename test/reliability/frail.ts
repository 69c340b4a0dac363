import type { DateTime } from 'luxon';
import type { Poster, PostOutcome } from '../../src/reminders/ports.ts';
import { at } from '../support/build.ts';

/** One message in the channel, with what it said from when on. */
export interface ChannelMessage {
  readonly key: string;
  readonly kind: string;
  readonly meetingId: string;
  readonly ts: string;
  readonly postedAt: DateTime<true>;
  text: string;
}

export interface Channel {
  readonly messages: ChannelMessage[];
  now: DateTime<true>;
}

export function memoryChannel(): Channel {
  return { messages: [], now: at('2026-12-01T00:00') };
}

export interface Faults {
  active: boolean;
  readonly random: () => number;
}

const SPOILT_SHARE = 0.7;

/** A channel that loses requests and answers while faults are on. */
export function posterFor(channel: Channel, faults: Faults): Poster {
  const spoilt = () => faults.active && faults.random() < SPOILT_SHARE;
  return {
    async post(place, { text }, { key, kind = '', meetingId = '' }) {
      const outcome = spoilt() ? badOutcome(faults.random()) : undefined;
      if (outcome && outcome.effect === 'none') return outcome.answer;
      const ts = `${channel.now.toSeconds()}.${String(channel.messages.length).padStart(6, '0')}`;
      channel.messages.push({ key, kind, meetingId, ts, postedAt: channel.now, text });
      return outcome?.answer ?? { kind: 'posted', channel: place, ts };
    },
    async edit(_, ts, { text }) {
      const fails = spoilt();
      const message = channel.messages.find((other) => other.ts === ts);
      if (message && (!fails || faults.random() < 0.5)) message.text = text;
      return fails ? { kind: 'try again', reason: '500' } : { kind: 'edited' };
    },
    async find(place, key, since) {
      if (spoilt()) return { kind: 'try again', reason: '500' };
      const found = channel.messages.find((other) => other.key === key && other.postedAt >= since);
      return found ? { kind: 'found', channel: place, ts: found.ts } : { kind: 'not there' };
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

export interface Mortality {
  dead: boolean;
  /** How many more steps of its outer world the process lives to take. */
  stepsLeft: number;
}

/**
 * The same object, as a process sees it that dies in the middle: the step on which it dies has its
 * effect or has it not, and from then on nothing that it does reaches the world.
 */
export function mortal<T extends object>(target: T, life: Mortality): T {
  return new Proxy(target, {
    get(object, name) {
      const method: unknown = Reflect.get(object, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        if (life.dead) throw new Error('dead');
        life.stepsLeft -= 1;
        if (life.stepsLeft > 0) return Reflect.apply(method, object, args);
        life.dead = true;
        if (Math.abs(life.stepsLeft) % 2 === 0) await Reflect.apply(method, object, args);
        throw new Error('killed');
      };
    },
  });
}
