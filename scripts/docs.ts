import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedFiles } from './generated.ts';

for (const { path, content } of generatedFiles()) {
  await writeFile(join(import.meta.dirname, '..', path), content);
}
