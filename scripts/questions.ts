import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadGroup } from '../src/group/load.ts';
import { readLabelled, score, summary } from './question-score.ts';

const folder = join(import.meta.dirname, '../test/questions');
const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
for (const file of files.toSorted()) {
  const labelled = readLabelled(await readFile(join(folder, file), 'utf8'));
  const result = await score(labelled, await loadGroup());
  process.stdout.write(`${file}\n${summary(result)}\n`);
}
