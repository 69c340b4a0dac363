import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export const MODEL = join(ROOT, 'src/questions/model.json');
export const EXAMPLES = join(ROOT, 'training');

// What changes how texts are read or learned; the bands are chosen by all of it.
const MADE_FROM = [
  'training/*.yaml',
  'groups/wg-serving.yaml',
  'scripts/train/{bands,cross-validate,examples,fit,judge,make-model,setting}.ts',
  'src/commands/question-names.ts',
  'src/questions/{clauses,community,decide,features,intents,learned,mask,model,names,question,rank,reader,vocabulary,words}.ts',
];

/** Fingerprint of the examples, and of the code that reads and learns them. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of MADE_FROM.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).toSorted()) {
    hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
