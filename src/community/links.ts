import { addressOf, isOn } from '../calendar/links/address.ts';
import { documentAt } from '../calendar/links/documents.ts';
import { roomAt } from '../calendar/links/rooms.ts';
import { ellipsize } from '../text/plain.ts';
import type { Doubt } from './doubt.ts';

/** A published link, as the bot can use it. */
export interface LinkReading {
  /** Undefined for what is no link of its kind. */
  readonly url: string | undefined;
  readonly doubt?: Doubt;
}

const INVISIBLE = /[\p{Cc}\p{Cf}\s]+/gu;
const COMMUNITY_CALENDAR_PAGE = /^\/resources\/calendar\b/u;
// Where the project keeps its pages; no meeting takes place there.
const PROJECT_HOSTS = ['github.com', 'k8s.io', 'kubernetes.io', 'kubernetes.dev'];

/** The link to a meeting's room. */
export function joinLink(written: string): LinkReading {
  const link = anyLink(written);
  if (link.url === undefined) return link;
  const url = new URL(link.url);
  if (documentAt(url) === 'document') return notA('a document, not a room');
  if (roomAt(url, []) === 'no room' || isOn(url, PROJECT_HOSTS)) {
    return notA('a page, not a room');
  }
  const number = /^\/j\/([^/]+)/u.exec(url.pathname)?.[1];
  if (!isOn(url, ['zoom.us']) || number === undefined || /^\d{9,11}$/u.test(number)) return link;
  return { ...link, doubt: { what: `${number} is no Zoom meeting number`, done: 'kept' } };
}

/** The link to a document. */
export function documentLink(written: string): LinkReading {
  const link = anyLink(written);
  if (link.url === undefined) return link;
  const [, id] = /^https:\/\/docs\.google\.com\/a\/[^/]+\/(document\/d\/.+)$/u.exec(link.url) ?? [];
  if (id === undefined) return link;
  const url = `https://docs.google.com/${id}`;
  return { url, doubt: { what: 'goes through the sign-in of a company', done: `mended: ${url}` } };
}

/** The link to a YouTube playlist, or to whatever page the recordings are on. */
export function recordingsLink(written: string): LinkReading {
  const link = anyLink(written);
  const url = link.url === undefined ? undefined : new URL(link.url);
  if (!url || !isOn(url, ['youtube.com']) || url.pathname.startsWith('/@')) return link;
  const list = url.searchParams.get('list');
  if (list === null) return link;
  if (!/^[\w-]{12,}$/u.test(list)) return notA('not a playlist');
  const playlist = `https://www.youtube.com/playlist?list=${list}`;
  if (url.pathname === '/playlist') return { ...link, url: playlist };
  return {
    url: playlist,
    doubt: { what: 'opens a video of the playlist', done: `mended: ${playlist}` },
  };
}

export interface CalendarReading {
  /** Undefined if the link is not that of one calendar. */
  readonly id: string | undefined;
  readonly doubt?: Doubt;
}

/** The ID of the calendar that a link to its page names, such as `embed?src=…%40group.calendar.google.com`. */
export function calendarId(written: string): CalendarReading {
  const { url, doubt } = anyLink(written);
  if (url === undefined) return { id: undefined, ...(doubt && { doubt }) };
  const { hostname, pathname, searchParams } = new URL(url);
  if (hostname.endsWith('kubernetes.dev') && COMMUNITY_CALENDAR_PAGE.test(pathname)) {
    const what = "is the calendar of the community, not the group's own";
    return { id: undefined, doubt: { what, done: 'left out' } };
  }
  const cid = searchParams.get('cid');
  const id = searchParams.get('src') ?? (cid === null ? undefined : fromBase64(cid));
  if (hostname === 'calendar.google.com' && id !== undefined && /^\S+@\S+$/u.test(id))
    return { id };
  return { id: undefined, doubt: { what: 'is not the page of a calendar', done: 'left out' } };
}

/** Any link that starts with https:// once it is mended. */
export function anyLink(written: string): LinkReading {
  const visible = written.replace(INVISIBLE, '');
  const whole = withoutTail(visible);
  const url = /^[a-z]+:\/\//iu.test(whole) ? addressOf(whole) : undefined;
  if (!url) {
    const what = `"${ellipsize(written.trim(), 100)}" is not a link`;
    return { url: undefined, doubt: { what, done: 'left out' } };
  }
  // As it is written, where it can be: a link in the file should be found again on the page.
  const mended = whole.replace(/^http:/iu, 'https:');
  const slip = slipIn(written.trim(), visible, whole);
  return { url: mended, ...(slip !== undefined && { doubt: { what: slip, done: 'mended' } }) };
}

function slipIn(written: string, visible: string, whole: string): string | undefined {
  if (visible !== written) return 'has invisible characters';
  return whole === visible ? undefined : `ends in "${visible.slice(whole.length)}"`;
}

/** Without a bracket that was not opened in the link, and without the punctuation of a sentence. */
function withoutTail(link: string): string {
  const open = link.split('(').length - link.split(')').length;
  return open < 0 ? link.replace(/[).,;]+$/u, '') : link.replace(/[.,;]+$/u, '');
}

function notA(what: string): LinkReading {
  return { url: undefined, doubt: { what: `is ${what}`, done: 'left out' } };
}

function fromBase64(text: string): string | undefined {
  const decoded = Buffer.from(text, 'base64').toString('latin1');
  return /^[\x21-\x7e]+$/u.test(decoded) ? decoded : undefined;
}
