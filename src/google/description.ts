import { compile } from 'html-to-text';
import { cleanText } from '../text/plain.ts';

// Google allows 8,192 characters; an import may have brought more.
const MAX_LENGTH = 20_000;

const convert = compile({
  wordwrap: false,
  // The converter goes down into elements by recursion, and anyone may nest them.
  limits: { maxDepth: 40 },
  selectors: [
    { selector: 'a', options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true } },
    { selector: 'img', format: 'skip' },
  ],
});

// People type `<user@example.com>` and `<https://…>` into a field that Google treats as HTML.
const NOT_A_TAG = /<(?!\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>|!--)/giu;

/** The plain text of a calendar description, links written out as `label (https://…)`. */
export function descriptionText(html: string): string {
  return cleanText(convert(html.slice(0, MAX_LENGTH).replace(NOT_A_TAG, '&lt;')));
}
