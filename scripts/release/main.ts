import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseFacts } from './facts.ts';

// For .github/workflows/release.yml: prints the release's version and image, and writes its notes to a file.

const [tag = '', notesFile = ''] = process.argv.slice(2);
const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

const { version, image, notes } = releaseFacts(tag, {
  packageJson: read('package.json'),
  changelog: read('CHANGELOG.md'),
  imageKustomization: read('deploy/image/kustomization.yaml'),
});
writeFileSync(notesFile, `${notes}\n`);
process.stdout.write(`version=${version}\nimage=${image}\n`);
