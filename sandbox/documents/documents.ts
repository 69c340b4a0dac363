import type { Reply } from '../http.ts';
import { signInPage } from './pages.ts';

/** A document with notes: on Google Docs, or on HackMD. */
export interface LocalDocument {
  readonly site: 'google' | 'hackmd';
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Whether those who are not signed in may read it. */
  readonly visibility: 'anyone' | 'private';
}

const GOOGLE = /^\/document\/(?:u\/\d+\/)?d\/(?<id>[\w-]+)\/export$/u;
const GOOGLE_CONTENT = /^\/docs\/securesc\/(?<id>[\w-]+)$/u;
const HACKMD = /^\/hackmd\.io\/(?<id>[\w@-]+(?:\/[\w-]+)?)\/download$/u;
const SIGN_IN = '/v3/signin/identifier';

/** Whether a request is for a document, or for the page on which one signs in to read it. */
export function isDocument({ pathname }: URL): boolean {
  const paths = [GOOGLE, GOOGLE_CONTENT, HACKMD];
  return paths.some((path) => path.test(pathname)) || pathname === SIGN_IN;
}

/** Local documents, read by those who are not signed in. */
export class LocalDocuments {
  #documents: readonly LocalDocument[];
  #requests = 0;

  constructor(documents: readonly LocalDocument[]) {
    this.#documents = documents;
  }

  answer(method: string, url: URL): Reply {
    this.#requests += 1;
    if (method !== 'GET') return page(405, 'Method not allowed');
    if (url.pathname === SIGN_IN) return signInPage();
    const google = GOOGLE.exec(url.pathname)?.groups?.id;
    if (google !== undefined) return this.#export(google, url);
    const content = GOOGLE_CONTENT.exec(url.pathname)?.groups?.id;
    if (content !== undefined) return this.#content(content);
    return this.#download(HACKMD.exec(url.pathname)?.groups?.id ?? '');
  }

  /** How many requests have come. */
  requests(): number {
    return this.#requests;
  }

  list(): readonly LocalDocument[] {
    return this.#documents;
  }

  set(id: string, changes: Partial<Pick<LocalDocument, 'text' | 'visibility'>>): void {
    this.#documents = this.#documents.map((one) => (one.id === id ? { ...one, ...changes } : one));
  }

  #find(site: LocalDocument['site'], id: string): LocalDocument | undefined {
    return this.#documents.find((one) => one.site === site && one.id === id);
  }

  /** Google redirects to where the content is, or to where one signs in. */
  #export(id: string, url: URL): Reply {
    const format = url.searchParams.get('format');
    const document = this.#find('google', id);
    if (!document) return page(404, 'Sorry, the file you have requested does not exist.');
    if (document.visibility === 'private') {
      const back = encodeURIComponent(`https://docs.google.com${url.pathname}${url.search}`);
      return redirect(302, `${SIGN_IN}?continue=${back}&service=wise&flowEntry=ServiceLogin`);
    }
    if (format !== 'txt') return page(400, 'Sorry, this format is not available here.');
    return redirect(307, `/docs/securesc/${id}`);
  }

  #content(id: string): Reply {
    const document = this.#find('google', id);
    if (!document || document.visibility === 'private') return page(403, 'Forbidden');
    // Exports begin with a byte order mark, and end their lines as Windows does.
    const text = `\uFEFF${document.text.replace(/\r?\n/gu, '\r\n')}`;
    return {
      status: 200,
      body: text,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="${id}.txt"`,
      },
    };
  }

  #download(id: string): Reply {
    const document = this.#find('hackmd', id);
    if (!document) return page(404, '404 Not Found');
    if (document.visibility === 'private') return page(403, '403 Forbidden');
    return {
      status: 200,
      body: document.text,
      headers: { 'content-type': 'text/markdown; charset=UTF-8' },
    };
  }
}

function redirect(status: number, location: string): Reply {
  const headers = { location, 'content-type': 'text/html; charset=UTF-8' };
  return { status, body: `<HTML><HEAD><TITLE>Moved</TITLE></HEAD></HTML>`, headers };
}

function page(status: number, text: string): Reply {
  const body = `<!DOCTYPE html><html><head><title>${text}</title></head><body>${text}</body></html>`;
  return { status, body, headers: { 'content-type': 'text/html; charset=utf-8' } };
}
