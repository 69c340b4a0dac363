import { addressOf, addressText } from './address.ts';
import { documentAt, hostSaysAgenda } from './documents.ts';
import type { Attachment, Invitation } from './invitation.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { otherPageAt } from './other-pages.ts';
import { plain } from './rich-text.ts';
import { roomAt } from './rooms.ts';
import { agendaStrength, saysNoAgenda, saysOutdated, saysRegister } from './words.ts';

// MIME types of attachments that are a sheet, a folder, a form, a video or a picture.
const NO_DOCUMENT = /spreadsheet|\.folder$|\.form$|^(?:video|audio|image)\//u;

interface Candidate {
  readonly url: URL;
  readonly strength: 0 | 1 | 2;
  readonly outdated: boolean;
}

/** The document with the agenda or the notes; undefined if the event has none. */
export function chooseAgenda(invitation: Invitation): string | undefined {
  const { mentions, place, attachments, joinHosts } = invitation;
  const [best] = [...mentions, ...mentionsIn(plain(place)), ...attachments.flatMap(attached)]
    .flatMap((mention) => candidate(mention, joinHosts) ?? [])
    .toSorted((a, b) => Number(a.outdated) - Number(b.outdated) || b.strength - a.strength);
  return best && addressText(best.url);
}

function candidate(mention: Mention, joinHosts: readonly string[]): Candidate | undefined {
  const { url } = mention;
  const kind = documentAt(url);
  if (kind === 'never' || saysNoAgenda(mention) || saysRegister(mention)) return undefined;
  const room = roomAt(url, joinHosts);
  if (room === 'room' || room === 'look-alike' || otherPageAt(url) !== undefined) return undefined;
  const strength = hostSaysAgenda(url) ? 2 : agendaStrength(mention);
  // A page that isn't a document is the agenda only if it is called that.
  if (kind === 'page' && (strength === 0 || mention.bare)) return undefined;
  return { url, strength, outdated: saysOutdated(mention) };
}

/** An attachment is labelled by its title. */
function attached({ url: address, title, mimeType }: Attachment): Mention[] {
  const url = addressOf(address);
  if (!url || NO_DOCUMENT.test(mimeType)) return [];
  return [{ url, label: title, before: '', after: '', struck: false, bare: false }];
}
