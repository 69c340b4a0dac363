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

/** Nothing came, or not all of it. The message says why in a few words. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
}

/** Downloads a public file, within bounds of size and time. Fails with DownloadError. */
export async function download(request: DownloadRequest): Promise<Download> {
  const { url, accept, etag, maxBytes, timeoutMs } = request;
  try {
    const response = await fetch(url, {
      headers: { accept, ...(etag !== undefined && { 'if-none-match': etag }) },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status === 304 && etag !== undefined) return { kind: 'not modified' };
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'refused', status: response.status };
    }
    const bytes = await limitedBytes(response, maxBytes);
    return { kind: 'downloaded', bytes, etag: response.headers.get('etag') ?? undefined };
  } catch (cause) {
    if (cause instanceof DownloadError) throw cause;
    throw new DownloadError(`no answer, ${reasonOf(cause)}`, { cause });
  }
}

async function limitedBytes(
  response: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new DownloadError(`more than ${maxBytes / 1_000_000} MB`);
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : error.name;
}
