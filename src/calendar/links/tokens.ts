import { addressOf } from './address.ts';
import type { RichText, TextRun } from './rich-text.ts';

/** A text split into its links and the text between them. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'link';
      readonly url: URL;
      /** The text that the author gave it; the address itself if it was just typed. */
      readonly label: string;
      readonly struck: boolean;
      /** Typed without a scheme, as in `zoom.us/j/1`: it may not be a link at all. */
      readonly bare: boolean;
    };

// An address ends at white space, quotes, brackets and, since they may follow it directly, the
// punctuation and letters of CJK scripts; and where another address starts.
const ADDRESS =
  /(?:https?:\/\/|(?<![\w@.\/\-])(?=(?:[a-z0-9\-]+\.)+[a-z]{2,}\/))(?:(?!(?<=[a-z0-9\)])https?:\/\/)[[\x21-\x7e\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]--["'<>\[\]\{\}\|\\^`]])+/giv;

// Flattened invitations join the next word to a room's number or code.
const GLUED =
  /^(.*?(?:\.|\/|^)(?:zoom\.us\/[jws]\/\d{9,11}|meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}))(?=\p{Lu}).*$/u;

/** Splits a text into links and the text between them. */
export function tokensOf(text: RichText): Token[] {
  return withCutParameters(text.flatMap(tokensOfRun));
}

function tokensOfRun(run: TextRun): Token[] {
  const url = run.href === undefined ? undefined : addressOf(run.href);
  if (!url) return tokensOfText(run);
  return [{ kind: 'link', url, label: run.text, struck: run.struck, bare: false }];
}

function tokensOfText({ text, struck }: TextRun): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const label = withoutTail(match[0], text[match.index - 1] ?? '');
    const url = addressOf(label);
    if (!url) continue;
    if (match.index > done) tokens.push({ kind: 'text', text: text.slice(done, match.index) });
    tokens.push({ kind: 'link', url, label, struck, bare: !/^https?:/iu.test(label) });
    done = match.index + label.length;
  }
  if (done < text.length) tokens.push({ kind: 'text', text: text.slice(done) });
  return tokens;
}

/** Without what belongs to the surrounding sentence: punctuation, a closing bracket, emphasis. */
function withoutTail(address: string, previous: string): string {
  const whole = address.replace(GLUED, '$1');
  let open = 0;
  const end = [...whole].findIndex((character) => {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    return open < 0;
  });
  const inside = end < 0 ? whole : whole.slice(0, end);
  const tail = '*_~'.includes(previous) && previous !== '' ? /[.,;:!?*_~]+$/u : /[.,;:!?*]+$/u;
  return inside.replace(tail, '');
}

/** Some editors end a link before its `?pwd=…`, which then follows as text. */
function withCutParameters(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) => {
    const next = tokens[index + 1];
    if (token.kind !== 'link' || token.url.search !== '' || next?.kind !== 'text') return token;
    const [rest] = /^\?[a-z]+=[^\s<>"')\]]+/iu.exec(next.text) ?? [];
    const url = rest === undefined ? undefined : addressOf(token.url.href + rest);
    return url ? { ...token, url } : token;
  });
}
