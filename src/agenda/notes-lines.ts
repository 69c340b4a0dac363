/** A line of a notes document. */
export interface NoteLine {
  /** `heading`: marked as one. `bullet`: an item of a list. `text`: anything else. */
  readonly kind: 'heading' | 'bullet' | 'text';
  /** Of a heading its level from 1, of a bullet how far it is indented, from 0. */
  readonly depth: number;
  /** Without marks of headings, lists and emphasis. */
  readonly text: string;
  /** A task that is done, or text struck through. */
  readonly done: boolean;
}

// A byte order mark may come first.
const LINE = /[^\r\n\v\u2028\uFEFF]+/gu;
const MAX_LINE = 500;

const HEADING = /^(?<marks>#{1,6})\s+(?<text>.*)$/u;
const BULLET = /^(?<indent>\s*)(?:[*+\-•●○■▪◦–—‣]|\(?(?:\d{1,3}|[a-z])[.)])(?:\s+(?<text>.*))?$/iu;
const TASK = /^(?:\[(?<mark>[ xX✓✔]?)\]|(?<box>[☐☑✅✓✔]))\s*(?<text>.*)$/u;
const RULE = /^\s*(?:[_*=-]\s?){3,}\s*$/u;
const FENCE = /^\s*(?:```|~~~)/u;
const MARKED = /[[*_~`<{]|\s\s/u;
const ESCAPED = /\\(?=[[\](){}#*+\-.!_`~<>|])/gu;

/**
 * The lines of a document as Google exports it in plain text, or in Markdown, one after the other. Empty
 * lines are left out.
 */
export function* notesLines(document: string): Generator<NoteLine> {
  let isCode = false;
  let isComment = false;
  for (const [whole] of document.matchAll(LINE)) {
    const raw = whole.slice(0, MAX_LINE);
    if (FENCE.test(raw)) isCode = !isCode;
    const begin: number = isComment ? 0 : raw.indexOf('<!--');
    const end = raw.indexOf('-->');
    isComment = begin >= 0 && end < begin;
    const shown = begin < 0 ? raw : raw.slice(0, begin) + (end < begin ? '' : raw.slice(end + 3));
    const line = isCode || RULE.test(shown) ? undefined : lineOf(shown);
    if (line !== undefined) yield line;
  }
}

function lineOf(raw: string): NoteLine | undefined {
  const line = raw.replaceAll('\t', '    ').replace(ESCAPED, '').trimEnd();
  if (line.trim() === '') return undefined;
  const heading = HEADING.exec(line)?.groups;
  if (heading) {
    const { marks = '#', text = '' } = heading;
    return { kind: 'heading', depth: marks.length, text: cleaned(text), done: isStruck(text) };
  }
  const bullet = BULLET.exec(line)?.groups;
  if (!bullet) return { kind: 'text', depth: 0, text: cleaned(line), done: isStruck(line) };
  const task = TASK.exec(bullet.text ?? '')?.groups;
  const text = task?.text ?? bullet.text ?? '';
  const isDone = /[xX✓✔☑✅]/u.test(task?.mark ?? task?.box ?? '') || isStruck(text);
  return { kind: 'bullet', depth: bullet.indent?.length ?? 0, text: cleaned(text), done: isDone };
}

function isStruck(text: string): boolean {
  return /^~~.*~~$/u.test(text.trim());
}

/** Without marks of emphasis, links and comments. */
function cleaned(text: string): string {
  if (!MARKED.test(text)) return text.trim();
  return (
    text
      .replace(/!?\[(?<label>[^\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s"[^"]*")?\)/gu, '$<label>')
      .replace(/\{#[^}]*\}|<\/?[a-z][^>]*>/giu, ' ')
      .replace(/\*\*|__|~~|`/gu, '')
      .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
      // Comments in Google's documents are numbered with letters.
      .replace(/\[[a-z]{1,2}\](?=\s|$|\[)/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}
