import type { GroupFacts } from '../community/group-facts.ts';
import type { Oddity } from '../community/oddity.ts';
import type { PublishedFile } from '../community/published-file.ts';
import type { ImportResult } from '../importing/import-group.ts';

type Imported = Extract<ImportResult, { ok: true }>;
type Places = Pick<Extract<PublishedFile, { ok: true }>, 'placeOf'>;

const OUTCOMES: Readonly<Record<Imported['outcome'], string>> = {
  new: 'written',
  changed: 'changed; look at the diff',
  unchanged: 'nothing to change',
};

/** What became of a group's file, and each fact that needs someone's eyes. */
export function importReport(
  path: string,
  { outcome, kept, weekUnknown }: Imported,
  { oddities }: GroupFacts,
  file: Places,
): string {
  const lines = [
    `${path}: ${OUTCOMES[outcome]}`,
    ...oddities.map((oddity) => `  ${oddityLine(oddity, file)}`),
    ...kept.map(({ path: at, what }) => `  ${at.join('.')}: ${what}`),
    ...weekLine(weekUnknown),
  ];
  return `${lines.join('\n')}\n`;
}

function weekLine(titles: readonly string[]): string[] {
  if (titles.length === 0) return [];
  const named = titles.map((title) => `"${title}"`).join(', ');
  return [
    `  the week is not published of ${named} → write anchor: and a date on which it took place`,
  ];
}

/** As in `wg-batch, Regular Meeting, tz (line 1891, column 13): what is wrong → what was done`. */
export function oddityLine({ path, about, what, done }: Oddity, { placeOf }: Places): string {
  const field = path.at(-1);
  const subject = typeof field === 'string' ? `${about}, ${field}` : about;
  const place = placeOf(path);
  return `${subject}${place === undefined ? '' : ` (${place})`}: ${what} → ${done}`;
}
