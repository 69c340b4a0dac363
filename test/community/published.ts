import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenRule } from '../../src/community/meeting-time.ts';
import {
  type Listing,
  type PublishedFile,
  readPublishedFile,
} from '../../src/community/published-file.ts';
import { group } from '../../src/group/schema.ts';
import { ruleWords } from '../../src/messages/rule-words.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/community');

/** The text of a file in test/fixtures/community. */
export function fixture(name: string): string {
  return readFileSync(join(FOLDER, name), 'utf8');
}

/** A sigs.yaml that can be read. */
export function readable(text: string): PublishedFile & { readonly ok: true } {
  const file = readPublishedFile(text);
  if (!file.ok) throw new Error(file.problem);
  return file;
}

/** The 35 groups of the fixture. */
export function allListings(): readonly Listing[] {
  return readable(fixture('sigs.yaml')).listings;
}

/** A rule of the group file in words, with the date that it counts from. */
export function wordsFor(rule: WrittenRule | undefined): string {
  const meeting = { title: 'Meeting', ...(rule && { when: rule }) };
  const when = group.parse({ name: 'Group', meetings: [meeting] }).meetings[0]?.when;
  if (when === undefined) return 'not published';
  if (when.kind !== 'weekly' || (when.everyWeeks === 1 && when.anchor === undefined)) {
    return ruleWords(when);
  }
  const week = when.anchor === undefined ? 'week unknown' : `counted from ${when.anchor}`;
  return `${ruleWords(when)}, ${week}`;
}
