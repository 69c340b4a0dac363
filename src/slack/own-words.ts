import { z } from 'zod';

const CODE = [/```.*?```/gsu, /`[^`\n]+`/gu];
// `>>>` quotes all that follows. https://docs.slack.dev/messaging/formatting-message-text#quotes
const QUOTES = [/^\s*(?:&gt;|>){3}.*/gmsu, /^\s*(?:&gt;|>).*$/gmu];

/** A message's text without what it quotes of others. */
export function withoutQuotes(text: string): string {
  return without(text, QUOTES);
}

/** Whether a person mentions the bot in their own words: not in code, and not in a quote. */
export function mentionsLive(text: string, blocks: unknown, botUserId: string): boolean {
  const own = withoutQuotes(without(text, CODE));
  const isInText = new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'u').test(own);
  const rich = richTextOf(blocks);
  return isInText && (rich.length === 0 || rich.some((block) => holdsMention(block, botUserId)));
}

function without(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
}

interface RichElement {
  readonly type: string;
  readonly user_id?: string | undefined;
  readonly style?: unknown;
  /** Greater than zero: a list within a quote. */
  readonly border?: number | undefined;
  readonly elements?: readonly RichElement[] | undefined;
}

// https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
const richElement: z.ZodType<RichElement> = z.object({
  type: z.string(),
  user_id: z.string().optional(),
  style: z.unknown().optional(),
  border: z.number().optional(),
  get elements() {
    return z.array(richElement).optional();
  },
});
const styledAsCode = z.object({ code: z.literal(true) });
const QUOTING = ['rich_text_quote', 'rich_text_preformatted'];

function richTextOf(blocks: unknown): RichElement[] {
  const all = z.array(z.unknown()).safeParse(blocks).data ?? [];
  return all
    .map((block) => richElement.safeParse(block).data)
    .filter((block) => block !== undefined)
    .filter(({ type }) => type === 'rich_text');
}

function holdsMention(element: RichElement, botUserId: string): boolean {
  if (QUOTING.includes(element.type) || (element.border ?? 0) > 0) return false;
  const isMention = element.type === 'user' && element.user_id === botUserId;
  if (isMention && !styledAsCode.safeParse(element.style).success) return true;
  return element.elements?.some((inner) => holdsMention(inner, botUserId)) ?? false;
}
