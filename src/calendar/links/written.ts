import { addressText } from './address.ts';
import type { RichText } from './rich-text.ts';
import { type Token, tokensOf } from './tokens.ts';

// Outlook writes a link after its own text: `https://… <https://…>`.
const REPEATED = /(https:\/\/[^\s<>()[\]]+)[ \t]*[<([]\1[>)\]]/gu;

/** The text without markup, with each link once, as `label (https://…)`. */
export function written(text: RichText): string {
  return tokensOf(text).map(writtenToken).join('').replace(REPEATED, '$1');
}

function writtenToken(token: Token): string {
  if (token.kind === 'text') return token.text;
  if (token.bare) return token.label;
  const label = token.label.trim();
  const address = addressText(token.url);
  return label === '' || looksLikeAddress(label) ? address : `${label} (${address})`;
}

function looksLikeAddress(label: string): boolean {
  return /^(?:https?:\/\/\S*|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?)$/iu.test(label);
}
