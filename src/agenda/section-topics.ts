import { cleanLine, ellipsize } from '../text/plain.ts';
import type { NoteLine } from './notes-lines.ts';
import { type LabelKind, labelIn, saysNothing } from './section-labels.ts';

const MAX_TOPICS = 12;
const MAX_TOPIC = 150;
// What is longer is prose, not the name of a topic.
const MAX_UNCUT = 300;

/**
 * What stands under a label; `none` is directly under the section's heading, `unknown` under a label
 * that could mean anything.
 */
type Under = LabelKind | 'none' | 'unknown';

interface Item {
  readonly under: Under;
  readonly isListed: boolean;
  readonly text: string;
}

/** The topics of a section; undefined if they are too many, or it is not clear which they are. */
export function sectionTopics(lines: readonly NoteLine[]): readonly string[] | undefined {
  const reader = new SectionReader();
  for (const [index, line] of lines.entries()) reader.read(line, lines[index + 1]);
  const { items, labels } = reader;
  const said = items.filter(({ text }) => !saysNothing(text));
  // Where there is no agenda, people write topics under the heading, or under the notes to come.
  const source = labels.has('agenda')
    ? 'agenda'
    : said.some(({ under }) => under === 'none')
      ? 'none'
      : 'notes';
  const found = said.filter(({ under }) => under === source);
  const listed = found.filter(({ isListed }) => isListed);
  const topics = listed.length === 0 && source === 'agenda' ? found : listed;
  const elsewhere = said.some(
    ({ under }) => under === 'unknown' || under === 'none' || under === 'notes',
  );
  const isDoubtful =
    (source !== 'agenda' && said.some(({ under }) => under === 'unknown')) ||
    (topics.length === 0 && elsewhere) ||
    topics.some(({ text }) => text.length > MAX_UNCUT || /[:：]$/u.test(text));
  if (isDoubtful || topics.length > MAX_TOPICS) return undefined;
  return topics.map(({ text }) => ellipsize(cleanLine(withoutAddresses(text)), MAX_TOPIC));
}

/** An address beside words says no more to a reader than that there is one. */
function withoutAddresses(text: string): string {
  const rest = text.replace(/\(?https?:\/\/\S+/giu, ' ').replace(/[\s:,–—-]+$/u, '');
  return /\p{L}{3}/u.test(rest) ? rest : text;
}

/** Tells what each line of a section stands under; only the outermost items of a list count. */
class SectionReader {
  readonly items: Item[] = [];
  readonly labels = new Set<Under>();
  #under: Under = 'none';
  /** How far the outermost items of the current list are indented. */
  #level: number | undefined;
  /** The bullet or the heading that is the current label. */
  #label: NoteLine | undefined;
  /** Whether the lines are about the topic that a heading names. */
  #isDetail = false;

  read(line: NoteLine, next: NoteLine | undefined): void {
    this.#leaveBulletLabel(line);
    const label = this.#isOuter(line) ? labelIn(line.text) : undefined;
    if (label) {
      this.#enter(label.kind, line);
      if (label.beside !== '') this.#add(label.beside, false);
    } else if (line.kind === 'heading') {
      this.#readHeading(line);
    } else if (this.#isDetail) {
      return;
    } else if (line.kind === 'text') {
      this.#readText(line.text, next);
    } else {
      this.#level = Math.min(this.#level ?? line.depth, line.depth);
      if (line.depth === this.#level && !line.done) this.#add(line.text, true);
    }
  }

  /** What is indented no further than a bullet that is a label does not belong to it. */
  #leaveBulletLabel({ kind, depth }: NoteLine): void {
    if (kind !== 'bullet' || this.#label?.kind !== 'bullet' || depth > this.#label.depth) return;
    this.#under = 'none';
    this.#label = undefined;
    this.#level = depth;
  }

  #isOuter({ kind, depth }: NoteLine): boolean {
    return kind !== 'bullet' || this.#level === undefined || depth <= this.#level;
  }

  #enter(under: Under, line: NoteLine | undefined): void {
    this.labels.add(under);
    this.#under = under;
    this.#label = line;
    this.#level = undefined;
    this.#isDetail = false;
  }

  /** A heading that is no label names a topic; what follows is about it. */
  #readHeading({ text, depth }: NoteLine): void {
    const isWithinAgenda =
      this.#under === 'agenda' && this.#label?.kind === 'heading' && depth > this.#label.depth;
    if (!isWithinAgenda) this.#enter('none', undefined);
    this.#add(text, true);
    this.#isDetail = true;
  }

  /** A short line above a list may be a label that nobody knows. */
  #readText(text: string, next: NoteLine | undefined): void {
    const isLabel = next?.kind === 'bullet' && text.length < 60 && !saysNothing(text);
    if (isLabel) this.#enter('unknown', undefined);
    else this.#add(text, false);
  }

  #add(text: string, isListed: boolean): void {
    this.items.push({ under: this.#under, isListed, text });
  }
}
