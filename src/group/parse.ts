import { DateTime } from 'luxon';
import { parseDocument } from 'yaml';
import { type Group, group as groupFile, isoWeekday } from './schema.ts';

export type GroupResult =
  | { readonly ok: true; readonly group: Group }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads the text of a group file. Each problem reads `path: what is wrong`. */
export function parseGroup(yaml: string): GroupResult {
  const document = parseDocument(yaml);
  if (document.errors.length > 0) {
    return { ok: false, problems: document.errors.map((error) => error.message) };
  }
  const parsed = groupFile.safeParse(document.toJS());
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    );
    return { ok: false, problems };
  }
  const problems = contradictions(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, group: parsed.data };
}

function contradictions(group: Group): string[] {
  const problems: string[] = [];
  const { anchor, weekday, zone } = group.regularMeeting;
  if (anchor && DateTime.fromISO(anchor, { zone }).weekday !== isoWeekday(weekday)) {
    problems.push(`regular_meeting.anchor: ${anchor} is not a ${weekday}`);
  }
  problems.push(...repeated('workstreams', group.workstreams));
  problems.push(...repeated('guides', group.guides));
  return problems;
}

function repeated(list: string, items: readonly { name: string; aliases: readonly string[] }[]) {
  const owners = new Map<string, string>();
  const problems: string[] = [];
  for (const item of items) {
    for (const word of new Set([item.name, ...item.aliases].map((text) => text.toLowerCase()))) {
      const owner = owners.get(word);
      if (owner) problems.push(`${list}: "${word}" stands for both ${owner} and ${item.name}`);
      owners.set(word, item.name);
    }
  }
  return problems;
}
