import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelled } from '../../scripts/question-score.ts';
import { readWish } from '../../src/reminders/wish.ts';
import { group } from '../support/build.ts';
import { phrases, told, WISH_TITLES } from './wish-phrases.ts';

const facts = { group: group(), titles: WISH_TITLES };

describe('what people type', () => {
  it.each(phrases('tuning.yaml'))('$say → $wish', ({ wish, say }) => {
    expect(told(readWish(say, facts))).toBe(wish);
  });
});

describe.each(['tuning.yaml', 'held-out.yaml'])('the questions of %s', (file) => {
  it('turn nothing on', () => {
    const text = readFileSync(join(import.meta.dirname, '../questions', file), 'utf8');
    const asked = readLabelled(text).filter(({ right }) => !right.includes('remind'));
    const on = asked.filter((one) => readWish(one.text, facts).kind === 'on');
    expect(on).toEqual([]);
  });
});
