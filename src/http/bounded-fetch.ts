/** What a server sent, whole. */
export interface BoundedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Bounds {
  readonly headers: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** `manual`: a redirect is a response like others. Default: it is followed. */
  readonly redirect?: 'follow' | 'manual';
}

/** Nothing usable came back; the message says why in a few words. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure';
}

/** Fetches what may be too large, too slow or broken off. Fails with FetchFailure. */
export async function boundedFetch(
  url: string,
  { headers, maxBytes, timeoutMs, redirect = 'follow' }: Bounds,
): Promise<BoundedResponse> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { headers, redirect, signal });
    const bytes = await limitedBytes(response, maxBytes);
    return { status: response.status, headers: response.headers, bytes };
  } catch (cause) {
    if (cause instanceof FetchFailure) throw cause;
    throw new FetchFailure(`no answer, ${reasonOf(cause)}`, { cause });
  }
}

async function limitedBytes(response: Response, max: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > max) throw new FetchFailure(`more than ${max / 1_000_000} MB`);
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
