// Control characters, bidirectional overrides, zero-width characters and fillers mean nothing to a
// reader, and each can disguise what a text says. The joiners stay: emoji and Persian need them.
const INVISIBLE = /[[\p{Cc}\p{Cf}]--[\u200c\u200d]]|\u034f|[\u115f\u1160\u3164]/gv;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line of visible text: control characters and direction overrides removed, white space collapsed. */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Like cleanLine, but keeps line breaks, and at most one empty line in a row. */
export function cleanText(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Cuts to at most `max` UTF-16 units, never within what a reader sees as one character. */
export function ellipsize(text: string, max: number): string {
  if (text.length <= max) return text;
  let cut = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max - 1) break;
    cut = index + segment.length;
  }
  return `${text.slice(0, cut).trimEnd()}…`;
}
