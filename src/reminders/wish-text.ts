const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
]);

// Sentences end here, but not after an abbreviated unit: “10 min. before”.
const SENTENCE_END = /(?<=[?!]|(?<!\b(?:mins?|hrs?|wks?|m|h|d|w))\.)\s+/u;

/**
 * What someone typed in Slack, as lower-case words without accents, apostrophes, emoji and Slack's own marks; digits of every
 * script are 0 to 9. What mentions somebody becomes `@someone`. Line breaks end sentences.
 */
export function plainWish(text: string): string {
  return text
    .toWellFormed()
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES.get(entity) ?? entity)
    .replace(/<[@!][^>]*>/g, ' @someone ')
    .replace(/<[^<>|]*\|([^<>]*)>/g, ' $1 ')
    .replace(/[¼½¾]/gu, ' $&')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Co}]|\p{Cf}/gu, '')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/:(?:[a-z][a-z0-9_+-]*|[+-]1|100|1234):/g, ' ')
    .replace(/(?<=\d\s?)['′’](?!\p{L})/gu, ' min')
    .replace(/['’‘ʼ´`]/gu, '')
    .replace(/[‐-―−]/gu, '-')
    .replace(/⁄/gu, '/')
    .replace(/\s*[\r\n]+\s*/gu, '. ')
    .replace(/[^\p{L}\p{N}@.,;:?!&+/%#$€£-]+/gu, ' ')
    .trim();
}

/** The sentences of a plain wish, each with its end mark. */
export function sentencesOf(plain: string): string[] {
  return plain.split(SENTENCE_END).filter((sentence) => /[\p{L}\p{N}\p{Co}@]/u.test(sentence));
}

/** Unicode has decimal digits in contiguous groups of ten: https://www.unicode.org/reports/tr44/#General_Category_Values */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
