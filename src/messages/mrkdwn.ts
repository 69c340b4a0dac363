import { cleanLine, cleanText, ellipsize } from '../text/plain.ts';
import { literal } from './literal.ts';

/**
 * Text in Slack's mrkdwn that is safe to send. Whatever a template interpolates is escaped unless
 * it is Mrkdwn itself, so that text from outside can't become a mention, a link or a broadcast.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export class Mrkdwn {
  readonly source: string;

  private constructor(source: string) {
    this.source = source;
  }

  /** Takes a string that is already valid mrkdwn. For builders such as those below. */
  static trusted(source: string): Mrkdwn {
    return new Mrkdwn(source);
  }
}

type Part = Mrkdwn | string | number;

/** Escapes the three characters that open mrkdwn's control sequences. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Template tag: literal parts are mrkdwn, interpolated ones are escaped and made harmless. */
export function md(literals: TemplateStringsArray, ...parts: Part[]): Mrkdwn {
  const source = literals.map((literal, index) => literal + render(parts[index])).join('');
  return Mrkdwn.trusted(source);
}

/** Joins pieces, leaving out those that are absent. */
export function join(parts: readonly (Mrkdwn | undefined)[], separator: string): Mrkdwn {
  return Mrkdwn.trusted(
    parts
      .filter((part) => part !== undefined)
      .map((part) => part.source)
      .join(separator),
  );
}

/** A link, or the label alone when there is no address, or none that Slack may open. */
export function link(url: string | undefined, label: string): Mrkdwn {
  const text = escapeMrkdwn(literal(cleanLine(label)).replaceAll('|', '¦'));
  if (url === undefined) return Mrkdwn.trusted(text);
  const address = URL.parse(url);
  const safe = address && ['https:', 'mailto:'].includes(address.protocol);
  if (!safe || /[\s<>|]/u.test(url)) return Mrkdwn.trusted(text);
  return Mrkdwn.trusted(`<${escapeMrkdwn(url)}|${text}>`);
}

/** Text struck through. A tilde within would end the stroke, so it becomes a look-alike. */
export function strike(text: Mrkdwn): Mrkdwn {
  return Mrkdwn.trusted(`~${text.source.replaceAll('~', '∼').trim()}~`);
}

/** A name from outside, in bold, cut to `max`. */
export function bold(text: string, max = 200): Mrkdwn {
  // Within bold text any asterisk might end it.
  const inner = literal(ellipsize(cleanLine(text), max)).replaceAll('*', '∗');
  return Mrkdwn.trusted(inner === '' ? '' : `*${escapeMrkdwn(inner)}*`);
}

/** A mention of one member. Anything but a member id is shown as text. */
export function mention(userId: string): Mrkdwn {
  return Mrkdwn.trusted(/^[UW][A-Z0-9]+$/.test(userId) ? `<@${userId}>` : escapeMrkdwn(userId));
}

/** A word to type, as code. */
export function code(text: string): Mrkdwn {
  return Mrkdwn.trusted(`\`${escapeMrkdwn(cleanLine(text).replaceAll('`', 'ˋ'))}\``);
}

/** A sentence of our own, in which words between backticks are code. */
export function ownText(text: string): Mrkdwn {
  return Mrkdwn.trusted(escapeMrkdwn(text));
}

/** Text of several lines from outside, cut to `max` before it is escaped. */
export function paragraph(text: string, max: number): Mrkdwn {
  return Mrkdwn.trusted(escapeMrkdwn(literal(ellipsize(cleanText(text), max))));
}

function render(part: Part | undefined): string {
  if (part === undefined) return '';
  return part instanceof Mrkdwn ? part.source : escapeMrkdwn(literal(cleanLine(String(part))));
}
