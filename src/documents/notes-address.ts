/** Where the text of a document is, and which hosts may be asked for it. */
export interface NotesAddress {
  readonly url: URL;
  /** Hosts that the site itself may redirect to. */
  readonly hosts: RegExp;
}

const GOOGLE = /^\/(?:a\/[\w.-]+\/)?document\/(?:u\/\d+\/)?d\/(?<id>[\w-]{10,100})(?:\/|$)/u;
const HACKMD = /^\/(?<id>@?[\w-]{2,100}(?:\/[\w-]{2,100})?)(?:\/(?:edit|view|both|download))?\/?$/u;

/**
 * Where a link's document can be downloaded without signing in; undefined for other sites. Links come from
 * the calendar, so that no other host is ever asked. `rootUrl` replaces the sites' own servers.
 */
export function notesAddress(link: string, rootUrl?: string): NotesAddress | undefined {
  const url = URL.parse(link);
  if (url?.protocol !== 'https:' || url.port !== '') return undefined;
  switch (url.hostname) {
    case 'docs.google.com': {
      const id = GOOGLE.exec(url.pathname)?.groups?.id;
      const path = `document/d/${id}/export?format=txt`;
      return id === undefined ? undefined : address('https://docs.google.com/', path, rootUrl);
    }
    case 'hackmd.io': {
      const id = HACKMD.exec(url.pathname)?.groups?.id;
      if (id === undefined) return undefined;
      return rootUrl === undefined
        ? address('https://hackmd.io/', `${id}/download`)
        : address(rootUrl, `hackmd.io/${id}/download`);
    }
    default:
      return undefined;
  }
}

function address(origin: string, path: string, rootUrl?: string): NotesAddress {
  const url = new URL(path, rootUrl ?? origin);
  const own = url.host.replaceAll('.', '\\.');
  return { url, hosts: new RegExp(`^(?:${own}|[\\w-]+\\.googleusercontent\\.com)$`, 'u') };
}
