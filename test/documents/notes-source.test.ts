import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalDocuments } from '../../sandbox/documents/documents.ts';
import { Faults } from '../../sandbox/faults.ts';
import { faultName, type LocalGoogle, startLocalGoogle } from '../../sandbox/google/server.ts';
import { notesAddress } from '../../src/documents/notes-address.ts';
import { notesSource } from '../../src/documents/notes-source.ts';

const GOOGLE = 'https://docs.google.com/document/d/1aExJFtaLnO-TM6_2uILgI8NI0IjOm7Fc/edit';
const HACKMD = 'https://hackmd.io/@wg-serving/notes';
const TEXT = 'Dec 9, 2026\n* KV cache routing\n';

let documents: LocalDocuments;
let google: LocalGoogle;
let faults: Faults;

beforeEach(async () => {
  const title = 'Notes';
  documents = new LocalDocuments([
    {
      site: 'google',
      id: '1aExJFtaLnO-TM6_2uILgI8NI0IjOm7Fc',
      title,
      text: TEXT,
      visibility: 'anyone',
    },
    { site: 'hackmd', id: '@wg-serving/notes', title, text: TEXT, visibility: 'anyone' },
  ]);
  faults = new Faults();
  google = await startLocalGoogle({
    calendarId: 'cal',
    apiKey: 'key',
    zone: 'UTC',
    events: [],
    documents,
    fault: (url, run) => faults.apply(faultName(url), run),
  });
});
afterEach(() => google.close());

describe.each([
  ['Google', GOOGLE, '1aExJFtaLnO-TM6_2uILgI8NI0IjOm7Fc'],
  ['HackMD', HACKMD, '@wg-serving/notes'],
] as const)('a document of %s', (_, link, id) => {
  const read = () => notesSource(google.rootUrl).read(link);

  it('that anyone may read is text', async () => {
    const reading = await read();
    expect(reading.kind === 'text' && reading.text.replace(/\r/gu, '')).toBe(TEXT);
  });

  it('that is private is told from one that is empty', async () => {
    documents.set(id, { visibility: 'private' });
    expect(await read()).toEqual({ kind: 'private' });
    documents.set(id, { visibility: 'anyone', text: '' });
    expect(await read()).toEqual({ kind: 'text', text: '' });
  });

  it('of 20 MB is given up', async () => {
    documents.set(id, { text: 'x'.repeat(20_000_000) });
    await expect(read()).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('more than 5 MB'),
    });
  });

  it.each(['server error', 'dropped before', 'cut off', 'rate limited'] as const)(
    'can’t be read during a fault: %s',
    async (kind) => {
      faults.add({ on: 'documents', kind });
      await expect(read()).rejects.toMatchObject({ kind: 'unavailable' });
    },
  );

  it('is not taken for empty when a proxy answers', async () => {
    faults.add({ on: 'documents', kind: 'html' });
    expect(await read()).toEqual({ kind: 'private' });
  });
});

it('a document that was deleted is not there', async () => {
  const gone = 'https://docs.google.com/document/d/1aaaaaaaaaaaaaaaaaaaa/edit';
  expect(await notesSource(google.rootUrl).read(gone)).toEqual({ kind: 'not there' });
});

describe('links to documents', () => {
  it.each([
    [
      GOOGLE,
      'https://docs.google.com/document/d/1aExJFtaLnO-TM6_2uILgI8NI0IjOm7Fc/export?format=txt',
    ],
    [
      `${GOOGLE}?usp=sharing#heading=h.1`,
      'https://docs.google.com/document/d/1aExJFtaLnO-TM6_2uILgI8NI0IjOm7Fc/export?format=txt',
    ],
    [
      'https://docs.google.com/a/example.org/document/d/1aExJFtaLnO-TM6_2/edit',
      'https://docs.google.com/document/d/1aExJFtaLnO-TM6_2/export?format=txt',
    ],
    [
      'https://docs.google.com/document/u/0/d/1aExJFtaLnO-TM6_2/',
      'https://docs.google.com/document/d/1aExJFtaLnO-TM6_2/export?format=txt',
    ],
    [HACKMD, 'https://hackmd.io/@wg-serving/notes/download'],
    [
      'https://hackmd.io/4er5Ym8SRgigCJR0Ez-t2Q?both#x',
      'https://hackmd.io/4er5Ym8SRgigCJR0Ez-t2Q/download',
    ],
  ])('%s', (link, url) => expect(notesAddress(link)?.url.href).toBe(url));

  it.each([
    'https://docs.google.com/spreadsheets/d/1aExJFtaLnO-TM6_2/edit',
    'https://docs.google.com/document/d/../../x/edit',
    'https://docs.google.com:8080/document/d/1aExJFtaLnO-TM6_2/edit',
    'http://docs.google.com/document/d/1aExJFtaLnO-TM6_2/edit',
    'https://docs.google.com.example.org/document/d/1aExJFtaLnO-TM6_2/edit',
    'https://user@localhost/document/d/1aExJFtaLnO-TM6_2/edit',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'https://hackmd.io/',
    'notes',
    '',
  ])('that are never followed: %s', (link) => expect(notesAddress(link)).toBeUndefined());

  it('on another site are not read', async () => {
    const reading = await notesSource(google.rootUrl).read('https://example.org/notes');
    expect(reading).toEqual({ kind: 'unknown site' });
    expect(documents.requests()).toBe(0);
  });
});
