/** Longer texts are stories, logs or code; no more of them is read. */
const MAX_LENGTH = 4000;
const MAX_WORDS = 120;

const LINK = /\b(?:https?:\/\/|www\.)\S+/gu;
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/gu;
// Emoji as Slack sends them, such as `:+1::skin-tone-3:`.
const EMOJI = /:[a-z0-9_+-]*[a-z_+][a-z0-9_+-]*:/gu;
const ACCENTS = /[\u0300-\u036f]/gu;
const SENTENCE_END = /[!。！；]+|[.;](?=\s|$)|\.{2,}|\n+|[?？]+/gu;
const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+(?:[:.]\p{N}+)*|\?/gu;
/** Written without spaces: each character is a word, and pairs of neighbours tell them apart. */
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
/** “Okkk” is “ok”: no word has the same letter three times in a row. */
const STRETCHED = /(\p{L})\1{2,}/gu;
/** “What’s” and “whats” are “what is”. */
const WITH_IS = /^(what|when|where|who|how|why|that|there|here)s$/u;

/** The words of each sentence of a text, in lower case and without accents; `?` is one as well. */
export function sentencesOf(text: string): string[][] {
  const sentences = plain(text)
    .replace(SENTENCE_END, (end) => (/[?？]/u.test(end) ? ' ?\n' : '\n'))
    .split('\n');
  let left = MAX_WORDS;
  const found: string[][] = [];
  for (const sentence of sentences) {
    const words = wordsOf(sentence).slice(0, left);
    left -= words.length;
    if (words.some((word) => word !== '?')) found.push(words);
  }
  return found;
}

/** The words of one sentence or name. */
export function wordsOf(sentence: string): string[] {
  const joined = sentence.replace(/(?<=\p{L})['’](?=\p{L})/gu, '').replace(STRETCHED, '$1');
  return (joined.match(WORD) ?? []).flatMap((word) => {
    if (IDEOGRAPHIC.test(word)) return splitCharacters(word);
    const question = WITH_IS.exec(word)?.[1];
    return question === undefined ? [word] : [question, 'is'];
  });
}

/** Lower case without accents, markup, or the many ways to draw a letter. */
export function plain(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(CODE, ' code ')
    .replace(LINK, ' url ')
    .replace(EMOJI, ' ');
}

function splitCharacters(word: string): string[] {
  return (
    word.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu,
    ) ?? []
  );
}
