import { isOn } from './address.ts';
import { SERVICES } from './services.ts';

// Jitsi, BigBlueButton and Nextcloud are self-hosted; host names or paths give them away.
const OWN_HOST = /^(?:[\w-]+\.)*(?:jitsi|bbb|bigbluebutton)[\w-]*\.|^(?:meet|call)\./u;
const OWN_ROOM = /^\/(?!static\/|favicon|robots|$)[^/?#]/u;
const BIG_BLUE_BUTTON =
  /^\/(?:[\w-]+\/)?(?:b|rooms)\/[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}(?:-[a-z0-9]{3})?(?:\/join)?\/?(?:[?#]|$)/iu;
const NEXTCLOUD_TALK = /^\/(?:index\.php\/)?call\/[a-z0-9]{6,}(?:[?#]|$)/u;

// Pages on the services' hosts that don't open a room.
const NO_ROOM_HOST = /^(?:help|support|dialin|status|docs|events|www\.microsoft)\./u;
const NO_ROOM_PATH =
  /\.(?:ics|pdf|png|jpe?g|gif|svg)(?:[?#]|$)|\/ics\b|meetingoptions|globalcallin|dial-?in|\/register\b/iu;

const POSED_AS = [...SERVICES.flatMap(({ hosts }) => hosts), 'google.com', 'github.com'];

/** What an address means for joining; `look-alike`: a host that poses as another. */
export type RoomKind = 'room' | 'no room' | 'look-alike' | 'unknown host';

/** Recognizes a room by host and path. `joinHosts` are hosts that the group itself names. */
export function roomAt(url: URL, joinHosts: readonly string[]): RoomKind {
  const path = url.pathname + url.search + url.hash;
  if (NO_ROOM_PATH.test(url.pathname)) return 'no room';
  if (isOn(url, joinHosts)) return path === '/' ? 'no room' : 'room';
  const service = SERVICES.find(({ hosts }) => isOn(url, hosts));
  if (service) {
    const opens = url.port === '' && !NO_ROOM_HOST.test(url.hostname) && service.room.test(path);
    return opens ? 'room' : 'no room';
  }
  if (isLookAlike(url)) return 'look-alike';
  if (BIG_BLUE_BUTTON.test(path) || NEXTCLOUD_TALK.test(path)) return 'room';
  return OWN_HOST.test(url.hostname) && OWN_ROOM.test(path) ? 'room' : 'unknown host';
}

/** A name made to be mistaken for another, such as `zoom.us.example.org`. */
function isLookAlike({ hostname }: URL): boolean {
  return POSED_AS.some((host) => `.${hostname}`.includes(`.${host}.`));
}

/** Whether it is a Google Meet room, which Google adds to events automatically. */
export function isMeet(url: URL): boolean {
  return isOn(url, ['meet.google.com', 'hangouts.google.com', 'plus.google.com', 'g.co']);
}
