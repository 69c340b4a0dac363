import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type CustomPart, MAX_PAGE_BYTES, readCustomPart } from '../community/custom-part.ts';
import { groupFacts, pageOf } from '../community/group-facts.ts';
import {
  type Listing,
  MAX_BYTES,
  type PublishedFile,
  readPublishedFile,
} from '../community/published-file.ts';
import { SetupError } from '../errors.ts';
import { COMMUNITY_FILES } from '../github/community-pages.ts';
import { readText } from '../github/read-text.ts';
import { importGroup } from '../importing/import-group.ts';
import { nearest } from '../text/similarity.ts';
import { importReport, oddityLine } from './import-report.ts';
import { type Given, type SubCommand, type Terminal, UsageError } from './sub-command.ts';

const GROUPS = 'groups';
const SIGS_YAML = `${COMMUNITY_FILES}sigs.yaml`;

const given = z.object({
  from: z.string(),
  to: z.string(),
  readme: z.string().optional(),
  all: z.boolean().default(false),
});

type ReadableFile = Extract<PublishedFile, { ok: true }>;

export const importGroups: SubCommand = {
  name: 'import',
  summary: "Write groups' files from the community's sigs.yaml; what you added by hand stays",
  options: {
    from: { type: 'string', default: SIGS_YAML, summary: 'Where sigs.yaml is: a path or a URL' },
    readme: {
      type: 'string',
      summary: "The page of the one group, for what it writes itself: its README's path or URL",
    },
    to: { type: 'string', default: GROUPS, summary: 'The folder of the group files' },
    all: { type: 'boolean', summary: 'Import every group' },
  },
  operands: [],
  more: 'GROUP',
  async run({ options, operands }: Given, terminal) {
    const { from, to, readme, all } = given.parse(options);
    checkUsage(operands, readme, all);
    const file = readPublishedFile(await readText(from, MAX_BYTES));
    if (!file.ok) throw new SetupError([`${from} ${file.problem}`]);
    const listings = all ? file.listings : operands.map((id) => listed(id, file, from));
    const page = readme === undefined ? undefined : await readPage(readme, listings[0]);
    for (const one of all ? file.dropped : []) {
      terminal.print(`${oddityLine({ ...one, about: from, done: 'left out' }, file)}\n`);
    }
    for (const listing of listings) await importOne(listing, file, page, to, terminal);
    return 0;
  },
};

function checkUsage(ids: readonly string[], readme: string | undefined, all: boolean): void {
  if (all === ids.length > 0) {
    throw new UsageError('import needs the IDs of groups, such as wg-batch, or --all.');
  }
  if (readme !== undefined && (all || ids.length > 1)) {
    throw new UsageError('--readme is the page of one group: import that group alone.');
  }
}

/** The entry of a group. Fails with SetupError, which names groups that may be meant. */
function listed(id: string, { listings }: ReadableFile, from: string): Listing {
  const found = listings.find(({ group }) => group.dir === id);
  if (found) return found;
  const alike = nearest(
    id,
    listings.map(({ group }) => group.dir),
  ).slice(0, 3);
  const hint = alike.length === 0 ? '' : `; there is ${alike.join(', ')}`;
  throw new SetupError([
    `${from} does not list ${id}${hint}. A group that was archived or renamed is no longer listed: its file stays as it is`,
  ]);
}

async function readPage(readme: string, listing: Listing | undefined): Promise<CustomPart> {
  const read = readCustomPart(
    await readText(readme, MAX_PAGE_BYTES),
    pageOf(listing?.group.dir ?? ''),
  );
  if (!read.ok) throw new SetupError([`${readme} ${read.problem}`]);
  if (!read.isThere) throw new SetupError([`${readme} has no custom part`]);
  return read;
}

async function importOne(
  listing: Listing,
  file: ReadableFile,
  page: CustomPart | undefined,
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const path = join(folder, `${listing.group.dir}.yaml`);
  const facts = groupFacts(listing);
  const result = importGroup(await existing(path), facts, page);
  if (!result.ok) throw new SetupError(result.problems.map((problem) => `${path}: ${problem}`));
  if (result.outcome !== 'unchanged') await replaceFile(path, result.yaml);
  terminal.print(importReport(path, result, facts, file));
}

async function existing(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new SetupError([`${path} could not be read: ${reasonOf(error)}`]);
  }
}

/** Writes a file as a whole or not at all. */
async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.new`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (error) {
    throw new SetupError([`${path} could not be written: ${reasonOf(error)}`]);
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' ? 'there is no such folder' : String(code ?? error);
}
