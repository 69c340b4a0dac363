import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Reply, serve } from '../http.ts';

/** The public files of the community's repository. */
export interface LocalCommunity {
  /** For COMMUNITY_URL. */
  readonly url: string;
  /** Sets a file, such as `wg-batch/README.md`, or removes it. */
  setFile(path: string, text: string | undefined): void;
  /** The paths that were asked for, and how each was answered. */
  readonly requests: readonly { readonly path: string; readonly status: number }[];
  close(): Promise<void>;
}

export interface LocalCommunitySettings {
  readonly files?: Readonly<Record<string, string>>;
  /** Sits between a request and the files: may answer instead, or spoil the response. */
  readonly fault?: (url: URL, run: () => Reply) => Reply | Promise<Reply>;
}

const ROOT = '/kubernetes/community/HEAD/';

// As raw.githubusercontent.com answers.
const NOT_FOUND: Reply = {
  status: 404,
  body: '404: Not Found',
  headers: { 'content-type': 'text/plain; charset=utf-8' },
};

/** Serves files as raw.githubusercontent.com does: as plain text, with an ETag. */
export async function startLocalCommunity(
  settings: LocalCommunitySettings = {},
): Promise<LocalCommunity> {
  const files = new Map(Object.entries(settings.files ?? {}));
  const requests: { path: string; status: number }[] = [];
  const server = await serve(async (request, url) => {
    const run = () => answer(request, url, files);
    const reply = await (settings.fault ? settings.fault(url, run) : run());
    requests.push({ path: pathIn(url), status: reply.status });
    return reply;
  });
  return {
    url: `${server.origin}${ROOT}`,
    setFile(path, text) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    },
    requests,
    close: () => server.close(),
  };
}

function pathIn({ pathname }: URL): string {
  return decodeURIComponent(pathname.slice(ROOT.length));
}

function answer(
  { method, headers }: IncomingMessage,
  url: URL,
  files: ReadonlyMap<string, string>,
): Reply {
  const text = files.get(pathIn(url));
  if (method !== 'GET' || text === undefined || !url.pathname.startsWith(ROOT)) return NOT_FOUND;
  const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
  const sent = { etag, 'cache-control': 'max-age=300' };
  if (headers['if-none-match'] === etag) return { status: 304, body: '', headers: sent };
  return {
    status: 200,
    body: text,
    headers: { ...sent, 'content-type': 'text/plain; charset=utf-8' },
  };
}
