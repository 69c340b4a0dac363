import { afterEach, describe, expect, it } from 'vitest';
import { type LocalCommunity, startLocalCommunity } from '../../sandbox/community/server.ts';
import { Faults } from '../../sandbox/faults.ts';
import type { Fault } from '../../sandbox/spoil.ts';
import { communityPages } from '../../src/github/community-pages.ts';
import { readPublished } from '../../src/github/read-published.ts';
import { fixture } from '../community/published.ts';
import { at } from '../support/build.ts';

const sigsYaml = fixture('sigs.yaml');
const NOW = at('2026-12-01T09:00');
const faults = new Faults(100);
let community: LocalCommunity | undefined;

afterEach(async () => {
  faults.clear();
  await community?.close();
});

/** A community with these files, and pages that are read from it anew each time. */
async function pagesOf(files: Readonly<Record<string, string>>) {
  const local = await startLocalCommunity({
    files,
    fault: (_, run) => faults.apply('community', run),
  });
  community = local;
  const pages = communityPages(local.url);
  let now = NOW;
  return {
    local,
    pages: {
      ...pages,
      groups() {
        now = now.plus({ hours: 1 });
        return pages.groups(now);
      },
    },
  };
}

function spoil(kind: Fault): void {
  faults.add({ on: 'community', kind });
}

describe('the list of groups', () => {
  it('is read, and sent again only when it has changed', async () => {
    const { local, pages } = await pagesOf({ 'sigs.yaml': sigsYaml });
    const first = await pages.groups();
    const again = await pages.groups();
    local.setFile('sigs.yaml', `${sigsYaml}\n`);
    await pages.groups();
    expect(first.kind === 'read' && first.listings).toHaveLength(35);
    expect(again).toBe(first);
    expect(local.requests.map(({ status }) => status)).toEqual([200, 304, 200]);
  });

  it('is read once for all groups that ask within some minutes', async () => {
    const local = await startLocalCommunity({ files: { 'sigs.yaml': sigsYaml } });
    community = local;
    const pages = communityPages(local.url);
    await Promise.all(Array.from({ length: 35 }, () => pages.groups(NOW)));
    await pages.groups(NOW.plus({ minutes: 9 }));
    expect(local.requests).toHaveLength(1);
  });

  it.each<[Fault, RegExp]>([
    ['html', /^sigs\.yaml is a web page, not the list of groups$/],
    ['truncated', /^sigs\.yaml is cut short/],
    ['cut off', /could not be read: no answer/],
    ['empty body', /^sigs\.yaml is empty$/],
    ['dropped before', /could not be read: no answer/],
    [{ status: 503 }, /could not be read: status 503$/],
    [{ status: 404 }, /^sigs\.yaml is not where it was \(404\)$/],
  ])('that comes with the fault %j is not taken', async (fault, problem) => {
    const { pages } = await pagesOf({ 'sigs.yaml': sigsYaml });
    spoil(fault);
    expect(await pages.groups()).toEqual({
      kind: 'unreadable',
      problem: expect.stringMatching(problem),
    });
  });

  it('is read as before once a fault is over', async () => {
    const { pages, local } = await pagesOf({ 'sigs.yaml': sigsYaml });
    const good = await pages.groups();
    spoil('dropped before');
    expect((await pages.groups()).kind).toBe('unreadable');
    faults.clear();
    expect(await pages.groups()).toBe(good);
    expect(local.requests.map(({ status }) => status)).toEqual([200, 304]);
  });

  it('is not read beyond its bounds of size, memory and time', async () => {
    const { pages } = await pagesOf({ 'sigs.yaml': `# ${'x'.repeat(5_000_000)}\n` });
    expect(await pages.groups()).toMatchObject({
      problem: expect.stringContaining('more than 4 MB'),
    });
    const deep = new TextEncoder().encode('['.repeat(3_000_000));
    expect(await readPublished(deep, 2_000)).toEqual({
      kind: 'unreadable',
      problem: expect.stringMatching(/nested too deeply|too much memory|longer than 2 s|not YAML/),
    });
  });
});

describe('the page of a group', () => {
  const page = fixture('wg-serving-page.md');

  it('is read with its workstreams, and sent again only when it has changed', async () => {
    const { local, pages } = await pagesOf({ 'archive/wg-serving/README.md': page });
    const read = await pages.page('archive/wg-serving');
    expect(read.kind === 'read' && read.page.workstreams).toHaveLength(4);
    expect(await pages.page('archive/wg-serving')).toBe(read);
    expect(local.requests.map(({ status }) => status)).toEqual([200, 304]);
  });

  it('may be missing, or be something else', async () => {
    const { pages } = await pagesOf({ 'wg-a/README.md': page, 'wg-b/README.md': '# By hand' });
    expect(await pages.page('wg-gone')).toEqual({ kind: 'missing' });
    expect(await pages.page('wg-b')).toMatchObject({ kind: 'read', page: { workstreams: [] } });
    spoil('truncated');
    expect(await pages.page('wg-a')).toEqual({
      kind: 'unreadable',
      problem: 'wg-a/README.md is cut short: its custom part has no end',
    });
  });
});
