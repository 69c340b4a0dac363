// Controls, bidirectional overrides, zero-width characters and fillers carry no meaning for a
// reader, and each can disguise what a text says. The joiners stay: emoji and Persian need them.
const INVISIBLE = /[[\p{Cc}\p{Cf}]--[\u200c\u200d]]|\u034f|[\u115f\u1160\u3164]/gv;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line of visible text: controls and direction overrides removed, white space folded. */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Like cleanLine, but keeps line breaks, at most one empty line in a row. */
export function cleanText(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(cleanLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Cuts to at most `max` UTF-16 units, never within a character that a reader sees as one. */
export function ellipsize(text: string, max: number): string {
  if (text.length <= max) return text;
  let cut = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max - 1) break;
    cut = index + segment.length;
  }
  return `${text.slice(0, cut).trimEnd()}…`;
}
