import { isOn } from './address.ts';

/**
 * `document`: made for several people to write in. `page`: may hold an agenda, if it is called that.
 * `never`: a form, a sheet, a folder, a recording, a file.
 */
export type DocumentKind = 'document' | 'page' | 'never';

interface Site {
  readonly kind: DocumentKind;
  readonly hosts: readonly string[];
  readonly path?: RegExp;
}

// The first match wins.
const SITES: readonly Site[] = [
  { kind: 'document', hosts: ['docs.google.com'], path: /^\/(?:a\/[\w.-]+\/)?document\//u },
  { kind: 'page', hosts: ['docs.google.com'], path: /^\/(?:a\/[\w.-]+\/)?presentation\//u },
  { kind: 'never', hosts: ['docs.google.com', 'forms.gle', 'forms.office.com'] },
  { kind: 'page', hosts: ['drive.google.com'], path: /^\/(?:file|open)\b/u },
  { kind: 'never', hosts: ['drive.google.com', 'photos.google.com'] },
  { kind: 'document', hosts: ['hackmd.io'], path: /^\/(?!@[\w-]+\/?$)\S/u },
  { kind: 'document', hosts: ['demo.hedgedoc.org', 'md.ha.si', 'codimd.org'], path: /^\/\S/u },
  {
    kind: 'document',
    hosts: ['etherpad.opendev.org', 'pad.riseup.net', 'board.net'],
    path: /^\/p\//u,
  },
  { kind: 'document', hosts: ['notion.so', 'notion.site'], path: /^\/\S/u },
  { kind: 'document', hosts: ['cryptpad.fr'], path: /^\/(?:pad|code|doc)\//u },
  { kind: 'document', hosts: ['paper.dropbox.com', 'quip.com', 'coda.io'], path: /^\/\S/u },
  { kind: 'document', hosts: ['docs.zoom.us'], path: /^\/doc\//u },
  { kind: 'document', hosts: ['atlassian.net'], path: /^\/wiki\//u },
  { kind: 'document', hosts: ['cwiki.apache.org', 'wiki.lfaidata.foundation'] },
  { kind: 'document', hosts: ['sharepoint.com', 'onedrive.live.com'], path: /^\/:w:\//u },
  { kind: 'never', hosts: ['sharepoint.com'], path: /^\/:[vxfi]:\// },
  { kind: 'document', hosts: ['github.com'], path: /^\/[\w.-]+\/[\w.-]+\/wiki\b/u },
  {
    kind: 'never',
    hosts: ['github.com'],
    path: /\/(?:pulls?|commits?|actions|releases|projects)\b/u,
  },
  { kind: 'never', hosts: ['zoom.us', 'zoom.com'], path: /^\/rec\//u },
  { kind: 'never', hosts: ['dropbox.com'], path: /^\/(?:sh|scl\/fo)\//u },
];

// Note-taking software is often self-hosted, on hosts named after it.
const NOTES_HOST =
  /^(?:[\w-]+\.)*(?:hedgedoc|hackmd|codimd|etherpad|cryptpad)[\w-]*\.|^(?:md|pad|notes?)\./u;
const WIKI_HOST = /^(?:[\w-]+\.)*(?:confluence|wiki)\./u;
const NO_DOCUMENT_PATH =
  /\.(?:mp4|m4a|mp3|vtt|webm|png|jpe?g|gif|svg|zip|ics|xlsx?|csv)$|\/(?:recordings?|transcripts?)\b/iu;

/** The kind of document at an address, judging by host and path. */
export function documentAt(url: URL): DocumentKind {
  if (NO_DOCUMENT_PATH.test(url.pathname)) return 'never';
  const path = url.pathname + url.hash;
  const site = SITES.find(
    ({ hosts, path: fits }) => isOn(url, hosts) && (fits?.test(path) ?? true),
  );
  if (site) return site.kind;
  const isDocument = NOTES_HOST.test(url.hostname) || WIKI_HOST.test(url.hostname);
  return isDocument && url.pathname.length > 1 ? 'document' : 'page';
}

/** Whether the host is named after agendas or notes, as in `notes.example.org`. */
export function hostSaysAgenda({ hostname }: URL): boolean {
  return /^(?:agendas?|notes?|minutes)\./u.test(hostname);
}
