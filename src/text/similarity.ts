import { distance } from 'fastest-levenshtein';

const ASCII = /^[\x20-\x7e]*$/;

/** Lower case without accents, punctuation or spaces: what two spellings of a name share. */
export function squash(text: string): string {
  // Most titles, and several times as fast.
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Lower-case words of a text, without punctuation. */
export function words(text: string): string[] {
  if (ASCII.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** How many letters may differ before two names count as different. */
function tolerance(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/** The candidates closest to what was typed, best first; none if nothing is close. */
export function nearest(typed: string, candidates: readonly string[]): string[] {
  const wanted = squash(typed);
  if (wanted === '' || wanted.length > 60) return [];
  return candidates
    .map((candidate) => ({ candidate, far: distance(wanted, squash(candidate)) }))
    .filter(
      ({ candidate, far }) => far <= tolerance(Math.min(wanted.length, squash(candidate).length)),
    )
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate);
}
