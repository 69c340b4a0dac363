import type { Mention } from './mentions.ts';
import { telling } from './telling.ts';

// A longer text speaks about the link; it isn't its name.
const MAX_WORDS = 4;

/**
 * Whether a title names what a link is called, as in “APAC: https://…” for “Community call (APAC)”. Of a
 * label such as “US/EMEA”, one part is enough.
 */
export function isNamedBy(title: string, { before, label }: Mention): boolean {
  const said = new Set(telling(title));
  const parts = `${before} ${label}`.split(/[/,&]|\band\b/u).map(telling);
  if (parts.flat().length > MAX_WORDS) return false;
  return parts.some((part) => part.length > 0 && part.every((word) => said.has(word)));
}
