import { expect, it } from 'vitest';
import { feedbackValue, readFeedback } from '../../src/feedback/feedback.ts';
import { LIMITS } from '../../src/messages/blocks.ts';

const answered = { verdict: 'not what I asked', intent: 'host' } as const;

it('what a button keeps is read as it was written', () => {
  const pressed = { ...answered, others: ['organizers', 'next-meeting A <b> & "c"'] };
  const value = feedbackValue(pressed);
  expect(readFeedback(value)).toEqual(pressed);
  // Slack escapes these signs, or takes them for a mention.
  expect(value).not.toMatch(/[<>&]/);
});

it('as many others are kept as fit into a button, the likeliest first', () => {
  const others = ['organizers', `next-meeting ${'a'.repeat(900)}`, `agenda ${'é<'.repeat(400)}`];
  const value = feedbackValue({ ...answered, others });
  expect(value.length).toBeLessThanOrEqual(LIMITS.buttonValue);
  expect(readFeedback(value)?.others).toEqual(others.slice(0, 2));
});

it.each([undefined, '', 'helpful', '[]', '{"verdict":"great","intent":"host","others":[]}'])(
  '%j says nothing',
  (value) => {
    expect(readFeedback(value)).toBeUndefined();
  },
);

it.each([
  ['{"verdict":"helpful","intent":"salary","others":[]}', { others: [] }],
  ['{"verdict":"helpful","others":["about"]}', { others: ['about'] }],
  ['{"verdict":"helpful","intent":7,"others":"about"}', { others: [] }],
  ['{"verdict":"helpful","others":["a","b","c","d"]}', { others: [] }],
])('of %s, what is not known is left out', (value, known) => {
  expect(readFeedback(value)).toEqual({ verdict: 'helpful', intent: undefined, ...known });
});
