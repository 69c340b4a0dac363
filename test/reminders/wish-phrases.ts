import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { About, Wish } from '../../src/reminders/wish.ts';

/** The calendar titles that the phrases are about. */
export const WISH_TITLES = [
  'WG Serving Weekly Meeting',
  'Autoscaling Workstream Sync',
  'Inference Gateway sync',
  'KubeCon EU prep: Sprint 15 review',
  'Off-site planning',
  'LLM-D office hours',
];

const labelled = z.record(z.string(), z.array(z.string()));

/** The phrases in a file in `wishes`, each with its wish. */
export function phrases(file: string): { readonly wish: string; readonly say: string }[] {
  const text = readFileSync(join(import.meta.dirname, 'wishes', file), 'utf8');
  const read = labelled.parse(parse(text, { schema: 'failsafe' }));
  return Object.entries(read).flatMap(([wish, said]) => said.map((say) => ({ wish, say })));
}

/** A wish in the files' notation. */
export function told(wish: Wish): string {
  switch (wish.kind) {
    case 'show':
      return 'show';
    case 'off':
      return `off${toldAbout(wish.about)}`;
    case 'on':
      return `on ${wish.leadTimes.join(', ')}${toldAbout(wish.about)}`;
    case 'unclear':
      return `unclear ${wish.why}`;
  }
}

function toldAbout(about: readonly About[]): string {
  return about.map(toldName).join(' and');
}

function toldName(about: About): string {
  switch (about.kind) {
    case 'everything':
      return '';
    case 'regular meeting':
      return ' for regular meeting';
    case 'workstream':
      return ` for workstream ${about.name}`;
    case 'title':
      return ` for title ${about.title}`;
    case 'unknown':
      return ` for unknown ${about.name}`;
  }
}
