import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SetupError } from '../../src/errors.ts';
import { checkCredentials } from '../../src/google/credentials-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'credentials-test-'));
const path = join(folder, 'key.json');
afterAll(() => rmSync(folder, { recursive: true }));

const pem = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const whole = {
  type: 'service_account',
  project_id: 'p',
  private_key_id: '1',
  private_key: pem,
  client_email: 'bot@p.iam.gserviceaccount.com',
};

function problemOf(content: string | Uint8Array, file = path): string | undefined {
  writeFileSync(path, content);
  try {
    checkCredentials(file);
    return undefined;
  } catch (error) {
    if (error instanceof SetupError) return error.message;
    throw error;
  }
}

describe('the key file of a service account', () => {
  it('is accepted when it is complete', () => {
    expect(problemOf(JSON.stringify(whole))).toBeUndefined();
  });

  it.each([
    ['client_email', undefined, /incomplete: its client_email is missing/],
    ['client_email', 'bot', /incomplete: its client_email is not an address/],
    ['private_key', undefined, /incomplete: its private_key is missing/],
    ['private_key', '', /incomplete: its private_key is empty/],
    ['private_key', pem.replaceAll('\n', '\\n'), /its private_key is damaged/],
    ['private_key', pem.replaceAll('-', '–'), /its private_key is damaged/],
    ['type', undefined, /not a service account's key file/],
    ['type', 'service account', /not a service account's key file/],
  ])('with %s as %j is reported, with what to do', (field, value, words) => {
    const problem = problemOf(JSON.stringify({ ...whole, [field]: value }));
    expect(problem).toMatch(words);
    expect(problem).toMatch(/^GOOGLE_APPLICATION_CREDENTIALS: .*create a new JSON key/);
    expect(problem).not.toContain(pem.slice(40, 60));
  });

  it.each([
    ['an OAuth client of a desktop app', '{"installed":{"client_id":"1"}}', /OAuth client/],
    ['an OAuth client of a web app', '{"web":{"client_id":"1"}}', /OAuth client/],
    ['gcloud’s own credentials, cut', '{"type":"authorized_user"}', /its client_id is missing/],
    ['a federation without a source', '{"type":"external_account"}', /its audience is missing/],
    ['an empty file', '', /is empty, truncated or not JSON/],
    ['half a file', JSON.stringify(whole).slice(0, 300), /truncated/],
    ['a list', '[]', /not a service account's key file/],
    ['a BOM', `\ufeff${JSON.stringify(whole)}`, /starts with a BOM/],
    ['a .p12 file', new Uint8Array([0x30, 0x82, 0xff, 0xfe]), /not UTF-8 text/],
  ])('%s is not one', (_, content, words) => {
    expect(problemOf(content)).toMatch(words);
    expect(problemOf(content)).not.toContain(pem.slice(40, 60));
  });

  it('may be missing, or a folder', () => {
    expect(problemOf('', join(folder, 'other.json'))).toMatch(/no such file.*mounted/);
    expect(problemOf('', join(path, 'x'))).toMatch(/no such file/);
    expect(problemOf('', folder)).toMatch(/it is a folder/);
  });
});
