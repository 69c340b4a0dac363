/** What a setting may hold: one word, the path of a file, or a list with spaces. */
export type Spelling = 'word' | 'path' | 'list';

interface Slip {
  readonly in: readonly Spelling[];
  readonly pattern: RegExp;
  says(found: string): string;
}

const ALL: readonly Spelling[] = ['word', 'path', 'list'];
const NO_PATH: readonly Spelling[] = ['word', 'list'];

// In this order, since what comes first explains what comes later. A path may hold any letter.
const SLIPS: readonly Slip[] = [
  {
    in: ALL,
    pattern: /^["'`]|["'`]$/,
    says: () => 'stands in quotes; leave them out, since docker hands them on as they are',
  },
  {
    in: ALL,
    pattern: /[\r\n]+$/,
    says: () => 'ends with a line break; leave it out (echo writes one, printf does not)',
  },
  { in: ALL, pattern: /[\r\n]/, says: () => 'is broken into lines; write it on one line' },
  { in: ALL, pattern: /\t/, says: () => 'has a tab in it; leave it out' },
  {
    in: ALL,
    pattern: /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000]/u,
    says: (found) =>
      `has an invisible character (${codeOf(found)}); type it anew, or paste it as plain text`,
  },
  {
    in: ALL,
    pattern: /^[“”„‟«»‹›‘’‚‛]|[“”„‟«»‹›‘’‚‛]$/u,
    says: (found) => `stands in typographic quotes (${found}); leave them out`,
  },
  {
    in: NO_PATH,
    pattern: /[“”„‟«»‹›‘’‚‛]/u,
    says: (found) => `has a typographic quote (${found}) in it; leave it out`,
  },
  {
    in: NO_PATH,
    pattern: /[‐‑‒–—―−﹘﹣－]/u,
    says: (found) => `has a typographic dash (${found}) in it; type a hyphen (-) in its place`,
  },
  {
    in: ALL,
    pattern: /^\$|\$\{|\$\(|\{\{/,
    says: () => 'names a variable that nothing has filled in; write out its value',
  },
  {
    in: ['path'],
    pattern: /^~/,
    says: () => 'begins with ~, which is not expanded here; write the whole path',
  },
  {
    in: NO_PATH,
    pattern:
      /…|\.{3}$|^<[^#@!].*>$|\byour[-_ ]|x{6,}|^(undefined|null|none|todo|change-?me|replace-?me)$/iu,
    says: () => 'is a placeholder; put the real value in its place',
  },
  {
    in: NO_PATH,
    pattern: /[^\p{ASCII}]/u,
    says: (found) =>
      `has a character in it that does not belong there (${found}, ${codeOf(found)}); type it anew`,
  },
  {
    in: ['word', 'path'],
    pattern: /^ | $/,
    says: () => 'has a space at its beginning or end; leave it out',
  },
  {
    in: ['word'],
    pattern: / /,
    says: () => 'has a space in it; leave out what follows it, such as a comment',
  },
];

/**
 * What went wrong when a value was copied or typed, as the end of a sentence that begins with the
 * setting's name: quotes, line breaks, what a word processor makes of dashes. Never shows the value.
 */
export function slipIn(name: string, value: string, spelling: Spelling): string | undefined {
  if (new RegExp(`^(export )?${name} *=`).test(value)) {
    return `repeats its own name; leave ${name}= out of the value`;
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
