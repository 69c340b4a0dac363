import type { GroupFile } from '../group/schema.ts';
import { ellipsize } from '../text/plain.ts';
import { anyLink, calendarId } from './links.ts';

/** What a group's page says beyond sigs.yaml, in the part that the group writes itself. */
export interface CustomPart {
  readonly workstreams: NonNullable<GroupFile['workstreams']>;
  /** ID of the calendar, if exactly one is linked. */
  readonly calendar: string | undefined;
}

const NOTHING: CustomPart = { workstreams: [], calendar: undefined };

export type CustomPartReading =
  | ({ readonly ok: true /** A page may lack it. */; readonly isThere: boolean } & CustomPart)
  | { readonly ok: false; readonly problem: string };

// The longest page of a group has 30 kB.
export const MAX_PAGE_BYTES = 1_000_000;
const MAX_NAME = 300;
const MAX_WORKSTREAMS = 40;

const BEGIN = '<!-- BEGIN CUSTOM CONTENT -->';
const END = '<!-- END CUSTOM CONTENT -->';
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/u;
const ITEM = /^\s{0,3}[-*+]\s+(?:\[([^\]]+)\]\(([^)\s]+)\)|(.+))/u;

/**
 * Reads the custom part of a group's page, which lies between two marks that the community's generator
 * leaves alone. `page` is where its relative links lead from.
 */
export function readCustomPart(markdown: string, page: string): CustomPartReading {
  if (markdown.length > MAX_PAGE_BYTES) return failed('is larger than 1 MB');
  if (/^\s*<(?:!doctype|html)/iu.test(markdown)) return failed('is a web page, not Markdown');
  const start = markdown.indexOf(BEGIN);
  const end = markdown.indexOf(END);
  if (start < 0) return { ok: true, isThere: false, ...NOTHING };
  if (end < start) return failed('is cut short: its custom part has no end');
  const lines = markdown.slice(start + BEGIN.length, end).split(/\r?\n/u);
  return {
    ok: true,
    isThere: true,
    workstreams: workstreamsIn(lines, page),
    calendar: calendarIn(lines),
  };
}

/** The entries of the list under the heading about workstreams. */
function workstreamsIn(lines: readonly string[], page: string): CustomPart['workstreams'] {
  const about = lines.findIndex((line) => /\bworkstreams?\b/iu.test(HEADING.exec(line)?.[2] ?? ''));
  if (about < 0) return [];
  const below = lines.slice(about + 1);
  const next = below.findIndex((line) => HEADING.test(line));
  return (next < 0 ? below : below.slice(0, next))
    .flatMap((line) => workstreamIn(line, page) ?? [])
    .slice(0, MAX_WORKSTREAMS);
}

function workstreamIn(line: string, page: string) {
  const [, label, target, text] = ITEM.exec(line) ?? [];
  const name = ellipsize(plainName(label ?? text ?? ''), MAX_NAME);
  if (name === '') return undefined;
  const doc = target === undefined ? undefined : anyLink(URL.parse(target, `${page}/`)?.href ?? '');
  return doc?.url === undefined ? { name } : { name, doc: doc.url };
}

/** Without emphasis, code and the abbreviation that some groups put before each name. */
function plainName(text: string): string {
  return text
    .replace(/[*_`]/gu, '')
    .replace(/^WS\s+/u, '')
    .trim();
}

function calendarIn(lines: readonly string[]): string | undefined {
  const links = lines.flatMap(
    (line) => line.match(/https:\/\/calendar\.google\.com\/[^\s)>"]+/gu) ?? [],
  );
  const ids = new Set(links.flatMap((link) => calendarId(link).id ?? []));
  const [only] = ids;
  return ids.size === 1 ? only : undefined;
}

function failed(problem: string): CustomPartReading {
  return { ok: false, problem };
}
