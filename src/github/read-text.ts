import { readFile, stat } from 'node:fs/promises';
import { SetupError } from '../errors.ts';
import { FetchFailure } from '../http/bounded-fetch.ts';
import { type Download, download } from '../http/download.ts';

const TIMEOUT_MS = 20_000;

/**
 * The text of a public file, or of a file on this machine, of at most `maxBytes`. Fails with SetupError,
 * whose sentence names the place.
 */
export async function readText(place: string, maxBytes: number): Promise<string> {
  const bytes = isUrl(place) ? await fromUrl(place, maxBytes) : await fromPath(place, maxBytes);
  return new TextDecoder().decode(bytes);
}

/** Whether a place is on the web and not on this machine. */
export function isUrl(place: string): boolean {
  return /^https?:\/\//iu.test(place);
}

async function fromUrl(url: string, maxBytes: number): Promise<Uint8Array> {
  const request = { url, accept: 'text/plain', maxBytes, timeoutMs: TIMEOUT_MS };
  const downloaded: Download = await download(request).catch((error: unknown) => {
    if (!(error instanceof FetchFailure)) throw error;
    throw unreadable(url, error.message);
  });
  switch (downloaded.kind) {
    case 'downloaded':
      return downloaded.bytes;
    case 'refused':
      throw unreadable(
        url,
        downloaded.status === 404 ? 'there is no such page' : `status ${downloaded.status}`,
      );
    case 'not modified':
      throw unreadable(url, 'said to be unchanged, though it was never read');
  }
}

async function fromPath(path: string, maxBytes: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw unreadable(path, `more than ${maxBytes / 1_000_000} MB`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw unreadable(path, code === 'ENOENT' ? 'there is no such file' : code);
  }
}

function unreadable(place: string, reason: string): SetupError {
  return new SetupError([`${place} could not be read: ${reason}`]);
}
