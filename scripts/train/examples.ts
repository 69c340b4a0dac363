import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { INTENTS, type Intent } from '../../src/questions/intents.ts';

/** A question, and what answers it. */
export interface Example {
  readonly text: string;
  /** Two labels where two things are asked. */
  readonly wants: readonly string[];
  /** Other labels that are right too. */
  readonly also: readonly string[];
  readonly kind: string;
  /** Why nothing answers it. */
  readonly why: string | undefined;
  /** Who wrote it, after the name of its file. */
  readonly author: string;
}

const label = z.string().min(1);
const labels = z.union([label, z.array(label)]).transform((one) => [one].flat());
const schema = z.array(
  z.strictObject({
    q: z.string().min(1),
    want: labels,
    also: labels.default([]),
    kind: z.string().default('plain'),
    why: z.string().optional(),
    lang: z.string().optional(),
  }),
);

/** Reads the examples of a file. */
export function readExamples(path: string, author: string): Example[] {
  const parsed = schema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.map(({ q, want, kind, also, why }) => {
    for (const one of [...want, ...also]) intentOf(one);
    return { text: q, wants: want, also, kind, why, author };
  });
}

/** Reads all files of a folder, in the order of their names; `a-01-links.yaml` is one of author `a`. */
export function readAllExamples(folder: string): Example[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  return files.flatMap((file) => readExamples(join(folder, file), file.split(/[-.]/u)[0] ?? file));
}

/** What the model learns of a label: the document of one workstream is asked for like that of another. */
export function intentOf(label: string): Intent {
  const own = INTENTS.find((intent) => intent === label);
  if (own) return own;
  switch (label.split(':')[0]) {
    case 'workstream':
      return 'workstream';
    case 'fact':
      return 'fact';
    case 'howto':
      return 'guide';
    case 'meeting-link':
      return 'join-link';
  }
  throw new Error(`Not a label: ${label}`);
}
