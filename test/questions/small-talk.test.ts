import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelled } from '../../scripts/question-score.ts';
import { readSmallTalk } from '../../src/questions/small-talk.ts';

describe('small talk', () => {
  it.each([
    'hello',
    'Hi!',
    'heyyy',
    'good morning everyone',
    'hi there :wave:',
    "what's up",
    'how are you?',
    'hey, how are you doing today',
    'are you there?',
    'ping',
    'test',
    'Bonjour',
  ])('%s is a greeting', (text) => {
    expect(readSmallTalk(text)).toBe('greeting');
  });

  it.each(['thanks', 'thx!', 'ok thank you', 'cool, cheers', 'tysm :heart:', 'hello and thanks'])(
    '%s is thanks',
    (text) => {
      expect(readSmallTalk(text)).toBe('thanks');
    },
  );

  it.each([
    'ok',
    'OK.',
    'k',
    '👍',
    '👍🏽',
    ':+1:',
    ':thumbsup::skin-tone-2:',
    ':100:',
    '🎉 🎉',
    'got it',
    'sounds good',
    'no problem',
    'cooool',
    'yes',
    'bye',
    'lol',
    'great job',
    '^^^',
  ])('%s acknowledges', (text) => {
    expect(readSmallTalk(text)).toBe('acknowledgement');
  });

  it.each([
    '',
    '?',
    'hello, where is the agenda?',
    'thanks! and who runs this?',
    'ok, when is the next meeting',
    'good meeting notes',
    'is it on today',
    'no',
    'stop',
    'next',
    'all',
  ])('%j may ask something', (text) => {
    expect(readSmallTalk(text)).toBeUndefined();
  });

  it('is not one of the questions that are answered', () => {
    for (const file of ['tuning.yaml', 'held-out.yaml']) {
      const all = readLabelled(readFileSync(join(import.meta.dirname, file), 'utf8'));
      const taken = all.filter(
        ({ text, right }) => readSmallTalk(text) && !right.includes('hello'),
      );
      expect(taken).toEqual([]);
    }
  });
});
