import { boundedFetch } from './bounded-fetch.ts';

/** What came of a request for a public file. */
export type Download =
  | { readonly kind: 'not modified' }
  | {
      readonly kind: 'downloaded';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly etag: string | undefined;
    }
  /** The server answered, but not with the file. */
  | { readonly kind: 'refused'; readonly status: number };

export interface DownloadRequest {
  readonly url: string;
  /** The type of file that is asked for, such as text/calendar. */
  readonly accept: string;
  /** The file is only sent if it has another. */
  readonly etag?: string | undefined;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

/** Downloads a public file, within bounds of size and time. Fails with FetchFailure. */
export async function download(request: DownloadRequest): Promise<Download> {
  const { url, accept, etag, maxBytes, timeoutMs } = request;
  const headers = { accept, ...(etag !== undefined && { 'if-none-match': etag }) };
  const response = await boundedFetch(url, { headers, maxBytes, timeoutMs });
  if (response.status === 304 && etag !== undefined) return { kind: 'not modified' };
  if (response.status < 200 || response.status > 299) {
    return { kind: 'refused', status: response.status };
  }
  return {
    kind: 'downloaded',
    bytes: response.bytes,
    etag: response.headers.get('etag') ?? undefined,
  };
}
