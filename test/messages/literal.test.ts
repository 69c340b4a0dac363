import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, link, md, paragraph, strike } from '../../src/messages/mrkdwn.ts';

const looks = new Map([
  ['∗', '*'],
  ['ˍ', '_'],
  ['∼', '~'],
  ['ˋ', '`'],
  ['∶', ':'],
  ['\u2060', ''],
]);

/** What a reader sees of a text in which Slack finds no formatting marks. */
function seen(source: string): string {
  return source
    .replace(/[∗ˍ∼ˋ∶\u2060]/gu, (sign) => looks.get(sign) ?? sign)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The marks that Slack interprets: at the edge of a word, `:emoji:`, and a bracket that starts a line. */
const MARKS = [
  /(?<![\p{L}\p{N}])([*_~])(?!\s)[^\n]*?\1(?![\p{L}\p{N}])/u,
  /`/u,
  /:[\w+'-]*[a-z][\w+'-]*:|:[+-]1:|:100:/iu,
  /^(&gt;|＞)/mu,
];

const TYPED = [
  '_x_',
  '*x*',
  '~x~',
  '`x`',
  '```x```',
  ':fire: :+1: :100: :white_check_mark:',
  '> quote',
  '>>> quotes',
  '• one • two',
  '- one',
  '1. one',
  '_*~all~*_',
  '(_x_) "*y*" ~$5 or ~$6',
];

const typed = fc
  .array(fc.constantFrom('_', '*', '~', '`', ':', '>', '•', '-', ' ', 'a', 'fire', '1', '(', 'é'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join(''));

describe('a title that looks like formatting', () => {
  it.each(TYPED)('%s comes out as it was typed', (title) => {
    for (const source of [
      md`${title}`.source,
      md`a ${title}`.source,
      paragraph(title, 100).source,
    ]) {
      for (const mark of MARKS) expect(source).not.toMatch(mark);
      expect(seen(source)).toContain(title);
    }
  });

  it.each(['snake_case_name', '5 * 3', '10:30:45', 'a > b', 'WG Serving: weekly'])(
    '%s marks nothing, so it is left alone',
    (title) => expect(seen(md`${title}`.source)).toBe(title),
  );

  it.each(['snake_case_name', '10:30:45', 'a - b'])('%s is not touched at all', (title) => {
    expect(md`${title}`.source).toBe(title);
  });

  it('contains no mark, whatever it is made of, and reads the same', () => {
    fc.assert(
      fc.property(typed, (title) => {
        const { source } = md`${title}`;
        for (const mark of MARKS) expect(source).not.toMatch(mark);
        expect(seen(source)).toBe(title.replace(/\s+/gu, ' ').trim());
      }),
    );
  });

  it('is bold, struck out or a link as a whole', () => {
    expect(bold('*x* _y_ a*b').source).toBe('*∗x∗ ˍyˍ a∗b*');
    expect(strike(md`${'~x~'} ~y`).source).toBe('~∼x∼ ∼y~');
    expect(link('https://a.example', '_x_ :fire:').source).toBe('<https://a.example|ˍxˍ ∶fire∶>');
  });
});
