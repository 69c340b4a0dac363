const JOIN_HOSTS = [
  'zoom.us',
  'zoom.com',
  'zoomgov.com',
  'meet.google.com',
  'teams.microsoft.com',
  'teams.live.com',
  'webex.com',
  'meet.jit.si',
  'whereby.com',
  'gotomeeting.com',
  'goto.com',
  'chime.aws',
  'bluejeans.com',
];

const DOCUMENT_HOSTS = ['docs.google.com', 'drive.google.com', 'hackmd.io', 'etherpad.opendev.org'];

// A link ends at white space, quotes and brackets, and never with the punctuation of the sentence.
const LINK = /https:\/\/[^\s\p{Cc}"'<>()[\]{}|\\^`]+/giu;

// Slack's limit for the URL of a button.
const MAX_URL_LENGTH = 3000;

/** The https links of a plain text, Google's redirect wrapper undone, in their order. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(LINK)].map(([link]) => unwrap(link.replace(/[.,;:!?*_~]+$/u, '')));
}

/** The first link of a known meeting host. Places are in order of trust. */
export function joinLinkIn(places: readonly string[]): string | undefined {
  return firstOn(JOIN_HOSTS, places, isJoinPath);
}

/** The first link to a document. */
export function documentLinkIn(places: readonly string[]): string | undefined {
  return firstOn(DOCUMENT_HOSTS, places, () => true);
}

function firstOn(hosts: readonly string[], places: readonly string[], fits: (url: URL) => boolean) {
  return places
    .flatMap(linksIn)
    .find((link) => link.length <= MAX_URL_LENGTH && isOn(hosts, link, fits));
}

function isOn(hosts: readonly string[], link: string, fits: (url: URL) => boolean): boolean {
  const url = URL.parse(link);
  if (url?.protocol !== 'https:' || url.username !== '' || url.port !== '') return false;
  const known = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return known && fits(url);
}

/** Invitations carry help and dial-in pages of the same hosts beside the link to join. */
function isJoinPath(url: URL): boolean {
  if (!/(^|\.)zoom(gov)?\.(us|com)$/u.test(url.hostname)) return url.pathname.length > 1;
  return /^\/(j|my|s|w|wc|meeting)\//u.test(url.pathname);
}

function unwrap(link: string): string {
  const url = URL.parse(link);
  if (!url || !/^(www\.)?google\.com$/u.test(url.hostname) || url.pathname !== '/url') return link;
  const target = url.searchParams.get('q') ?? url.searchParams.get('url');
  return target?.startsWith('https://') ? target : link;
}
