import { describe, expect, it } from 'vitest';
import { unreachable } from '../../src/reminders/unreachable.ts';

const person = (userId: string) => ({ kind: 'person', userId }) as const;

describe('someone who can’t be reached', () => {
  it('is gone if others were reached since and Slack says it again', () => {
    const { note, reached } = unreachable();
    expect(note(person('U1'))).toBe('perhaps');
    reached();
    expect(note(person('U1'))).toBe('gone');
  });

  it('is not gone while nobody else is reached', () => {
    const { note } = unreachable();
    for (let again = 0; again < 10; again += 1) expect(note(person('U1'))).toBe('perhaps');
  });

  it('is not gone if Slack says the same about several in a row, nor right after that', () => {
    const { note, reached } = unreachable();
    const people = Array.from({ length: 200 }, (_, n) => person(`U${n}`));
    const verdicts = people.map(note);
    expect(verdicts.slice(0, 3)).toEqual(['perhaps', 'perhaps', 'everybody']);
    expect(new Set(verdicts.slice(3))).toEqual(new Set(['everybody']));
    reached();
    expect(people.slice(0, 2).map(note)).toEqual(['perhaps', 'perhaps']);
  });

  it('is not gone because of a different kind of refusal', () => {
    const { note, refused, reached } = unreachable();
    expect(refused(person('U1'))).toBe(false);
    reached();
    expect(note(person('U1'))).toBe('perhaps');
  });
});
