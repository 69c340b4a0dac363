import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readExamples } from '../../scripts/train/examples.ts';
import { describeLeadTimes } from '../../src/reminders/lead-time-words.ts';
import { readWish } from '../../src/reminders/wish.ts';
import { group } from '../support/build.ts';
import { phrases, told, WISH_TITLES } from './wish-phrases.ts';

const facts = { group: group(), titles: WISH_TITLES };

describe('what people type', () => {
  it.each(phrases('tuning.yaml'))('$say → $wish', ({ wish, say }) => {
    expect(told(readWish(say, facts))).toBe(wish);
  });
});

describe('the held-out phrases', () => {
  const held = phrases('held-out.yaml').map((one) => ({
    ...one,
    got: told(readWish(one.say, facts)),
  }));

  it('are understood correctly, except one in twenty', () => {
    const missed = held.filter(({ wish, got }) => wish !== got);
    expect(missed.length / held.length, JSON.stringify(missed, undefined, 2)).toBeLessThan(0.05);
  });

  it('turn on nothing that was not requested, and leave on nothing that was refused', () => {
    const kind = (wish: string) => wish.split(' ', 1)[0];
    const wrong = held.filter(({ wish, got }) => {
      return kind(wish) !== kind(got) && (kind(got) === 'on' || kind(wish) === 'off');
    });
    expect(wrong).toEqual([]);
  });

  it('are not used for tuning', () => {
    const tuned = new Set(phrases('tuning.yaml').map(({ say }) => say));
    expect(held.filter(({ say }) => tuned.has(say))).toEqual([]);
  });
});

describe('a name', () => {
  const about = (text: string, titles: readonly string[] = []) => {
    const wish = readWish(text, { ...facts, titles });
    return 'about' in wish ? wish.about : wish;
  };

  it('that is unknown is kept as it was typed', () => {
    expect(about('10m for the KServe & vLLM meeting')).toEqual([
      { kind: 'unknown', name: 'KServe & vLLM' },
    ]);
  });

  it('is rejected if it is longer than 100 characters', () => {
    const name = 'kserve '.repeat(16).trim();
    expect(about(`10m for ${name}`)).toEqual({ kind: 'unclear', why: 'name too long' });
  });

  it('that matches two titles counts as unknown', () => {
    const titles = ['Gateway design', 'Gateway review'];
    expect(about('10m for gateway', titles)).toEqual([{ kind: 'unknown', name: 'gateway' }]);
  });

  it('from a title that reads like a time or a refusal doesn’t change the wish', () => {
    const titles = ['15 minutes before', 'Remind me', "Don't remind me", 'Off', '<@U012ABC>'];
    const read = (text: string) => told(readWish(text, { ...facts, titles }));
    expect(read('remind me 15 minutes before')).toBe('on 15');
    expect(read("don't remind me 15 minutes before")).toBe('off');
    expect(read('remind <@U012ABC> 15m before')).toBe('unclear someone else');
  });
});

it.each([
  [[90], '1 hour 30 minutes before'],
  [[60, 30], '1 hour before and 30 minutes before'],
  [[1440, 60, 10], '1 day before, 1 hour before and 10 minutes before'],
  [[20160], '2 weeks before'],
  [[11525], '8 days 5 minutes before'],
])('lead times of %j minutes are described as %j', (leadTimes, words) => {
  expect(describeLeadTimes(leadTimes)).toBe(words);
});

it('questions about other things turn nothing on', () => {
  const file = join(import.meta.dirname, '../../training/first-questions.yaml');
  const others = readExamples(file, 'first').filter(
    ({ wants }) => !wants.some((want) => want.startsWith('remind')),
  );
  const on = others.filter(({ text }) => readWish(text, facts).kind === 'on');
  expect(on).toEqual([]);
});
