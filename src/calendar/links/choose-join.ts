import { addressOf, addressText } from './address.ts';
import { documentAt } from './documents.ts';
import type { Invitation, JoinLink, LinkKind } from './invitation.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { isNamedBy } from './named-by-title.ts';
import { otherPageAt } from './other-pages.ts';
import { placeText } from './place.ts';
import { plain } from './rich-text.ts';
import { isMeet, roomAt } from './rooms.ts';
import { saysJoin, saysOutdated, saysRecorded, saysRegister, saysWatch } from './words.ts';

/** From most to least certain. Google adds Meet rooms automatically, so any other room is preferred. */
const ORDER = [
  'room in the place field',
  'room of another program',
  'room in the text',
  'link in the place field',
  'link to join',
  'Meet',
  'registration',
  'chat or stream to join',
  'published by the group',
  'outdated',
  'chat or stream',
] as const;

interface Candidate {
  readonly source: (typeof ORDER)[number];
  readonly kind: LinkKind;
  readonly url: URL;
  /** The event's title says that it is about this one, in case there are several. */
  readonly named?: boolean;
}

/**
 * The link for joining; undefined if there is none. `published`, the group's own link, is used only if
 * the event has no link that might be the right one.
 */
export function chooseJoin(
  invitation: Invitation,
  published: string | undefined,
): JoinLink | undefined {
  const candidates = [
    ...fromPlace(invitation),
    ...fromConference(invitation),
    ...fromTitle(invitation),
    ...fromDescription(invitation),
    ...fromGroup(published),
  ];
  const [best] = candidates.toSorted(
    (a, b) =>
      ORDER.indexOf(a.source) - ORDER.indexOf(b.source) ||
      Number(b.named ?? 0) - Number(a.named ?? 0),
  );
  if (!best) return undefined;
  return {
    kind: best.kind,
    url: addressText(withPasscode(best.url, candidates)),
    published: best.source === 'published by the group',
  };
}

function fromGroup(published: string | undefined): Candidate[] {
  const url = published === undefined ? undefined : addressOf(published);
  return url ? [{ source: 'published by the group', kind: 'room', url }] : [];
}

function fromPlace({ place, joinHosts }: Invitation): Candidate[] {
  const mentions = mentionsIn(plain(place));
  const isAlone = mentions.length === 1 && placeText(place) === undefined;
  return mentions.flatMap((mention): Candidate[] => {
    const found = candidate(mention, joinHosts, {
      room: 'room in the place field',
      chat: 'chat or stream to join',
    });
    if (found) return [found];
    const { url, bare } = mention;
    const mayBeRoom = isAlone && !bare && isUnknown(url, joinHosts);
    return mayBeRoom ? [{ source: 'link in the place field', kind: 'link', url }] : [];
  });
}

function fromConference({ conference, joinHosts }: Invitation): Candidate[] {
  return conference.flatMap((address): Candidate[] => {
    const url = addressOf(address);
    if (!url || roomAt(url, joinHosts) === 'look-alike') return [];
    return [{ source: isMeet(url) ? 'Meet' : 'room of another program', kind: 'room', url }];
  });
}

function fromTitle({ title, joinHosts }: Invitation): Candidate[] {
  return mentionsIn(plain(title)).flatMap((mention) => {
    const found = candidate(mention, joinHosts, {
      room: 'room in the text',
      chat: 'chat or stream to join',
    });
    return found && found.kind !== 'link' ? [{ ...found, named: true }] : [];
  });
}

function fromDescription(invitation: Invitation): Candidate[] {
  const { title, mentions, conference, joinHosts } = invitation;
  const added = conference.map((address) => addressOf(address)?.pathname);
  return mentions.flatMap((mention) => {
    const isAdded = isMeet(mention.url) && added.includes(mention.url.pathname);
    const room = isAdded ? 'Meet' : 'room in the text';
    const chat = saysJoin(mention) ? 'chat or stream to join' : 'chat or stream';
    const found = candidate(mention, joinHosts, { room, chat });
    return found ? { ...found, named: isNamedBy(title, mention) } : [];
  });
}

function candidate(
  mention: Mention,
  joinHosts: readonly string[],
  { room, chat }: { readonly room: Candidate['source']; readonly chat: Candidate['source'] },
): Candidate | undefined {
  const { url, bare } = mention;
  const kind = roomAt(url, joinHosts);
  if (kind === 'room') return { source: saysOutdated(mention) ? 'outdated' : room, kind, url };
  if (bare) return undefined;
  const page = otherPageAt(url);
  if (page === 'never') return undefined;
  if (page === 'stream' && saysRecorded(mention)) return undefined;
  if (page === 'chat' || page === 'stream') return { source: chat, kind: page, url };
  if (page === 'registration' || saysRegister(mention)) {
    return { source: 'registration', kind: 'registration', url };
  }
  if (!isUnknown(url, joinHosts)) return undefined;
  if (!saysJoin(mention)) {
    return saysWatch(mention) ? { source: chat, kind: 'stream', url } : undefined;
  }
  const source = saysOutdated(mention) ? 'outdated' : 'link to join';
  // Microsoft's short links may lead to Teams rooms or to anything else.
  return { source, kind: url.hostname === 'aka.ms' ? 'room' : 'link', url };
}

/** A page whose host and path don't say what it is. */
function isUnknown(url: URL, joinHosts: readonly string[]): boolean {
  if (roomAt(url, joinHosts) !== 'unknown host') return false;
  return (
    otherPageAt(url) === undefined && documentAt(url) === 'page' && url.hostname !== 'github.com'
  );
}

/** The same room may be linked with and without its passcode. */
function withPasscode(room: URL, candidates: readonly Candidate[]): URL {
  if (room.search !== '') return room;
  const same = candidates.find(
    ({ url }) => url.host === room.host && url.pathname === room.pathname && url.search !== '',
  );
  return same?.url ?? room;
}
