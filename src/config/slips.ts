/** What a setting may contain: one word, a file path, or a list with spaces. */
export type Spelling = 'word' | 'path' | 'list';

interface Slip {
  readonly in: readonly Spelling[];
  readonly pattern: RegExp;
  says(found: string): string;
}

const ALL: readonly Spelling[] = ['word', 'path', 'list'];
const NO_PATH: readonly Spelling[] = ['word', 'list'];

// The order matters: an earlier slip explains later ones. A path may contain any letter.
const SLIPS: readonly Slip[] = [
  {
    in: ALL,
    pattern: /^["'`]|["'`]$/,
    says: () => 'is in quotes; remove them, since docker passes them on as part of the value',
  },
  {
    in: ALL,
    pattern: /[\r\n]+$/,
    says: () => 'ends with a line break; remove it (echo writes one, printf does not)',
  },
  { in: ALL, pattern: /[\r\n]/, says: () => 'has line breaks; write it on one line' },
  { in: ALL, pattern: /\t/, says: () => 'has a tab in it; remove it' },
  {
    in: ALL,
    pattern: /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000]/u,
    says: (found) =>
      `has an invisible character (${codeOf(found)}); type it again, or paste it as plain text`,
  },
  {
    in: ALL,
    pattern: /^[“”„‟«»‹›‘’‚‛]|[“”„‟«»‹›‘’‚‛]$/u,
    says: (found) => `is in typographic quotes (${found}); remove them`,
  },
  {
    in: NO_PATH,
    pattern: /[“”„‟«»‹›‘’‚‛]/u,
    says: (found) => `has a typographic quote (${found}) in it; remove it`,
  },
  {
    in: NO_PATH,
    pattern: /[‐‑‒–—―−﹘﹣－]/u,
    says: (found) => `has a typographic dash (${found}) in it; type a hyphen (-) instead`,
  },
  {
    in: ALL,
    pattern: /^\$|\$\{|\$\(|\{\{/,
    says: () => 'contains a variable that was not filled in; write its value instead',
  },
  {
    in: ['path'],
    pattern: /^~/,
    says: () => 'starts with ~, which is not expanded here; write the full path',
  },
  {
    in: NO_PATH,
    pattern:
      /…|\.{3}$|^<[^#@!].*>$|\byour[-_ ]|x{6,}|^(undefined|null|none|todo|change-?me|replace-?me)$/iu,
    says: () => 'is a placeholder; replace it with the real value',
  },
  {
    in: NO_PATH,
    pattern: /[^\p{ASCII}]/u,
    says: (found) =>
      `has a character in it that does not belong there (${found}, ${codeOf(found)}); type it again`,
  },
  {
    in: ['word', 'path'],
    pattern: /^ | $/,
    says: () => 'has a space at its start or end; remove it',
  },
  {
    in: ['word'],
    pattern: / /,
    says: () => 'has a space in it; remove what follows, such as a comment',
  },
];

/**
 * What went wrong when a value was copied or typed, as the end of a sentence that starts with the
 * setting's name: quotes, line breaks, a word processor's dashes. Never shows the value.
 */
export function slipIn(name: string, value: string, spelling: Spelling): string | undefined {
  if (new RegExp(`^(export )?${name} *=`).test(value)) {
    return `repeats its own name; remove ${name}= from the value`;
  }
  for (const slip of SLIPS) {
    const [found] = (slip.in.includes(spelling) && slip.pattern.exec(value)) || [];
    if (found !== undefined) return slip.says(found);
  }
  return undefined;
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
