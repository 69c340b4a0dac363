import { cleanLine, ellipsize } from '../../text/plain.ts';
import { words } from '../../text/similarity.ts';
import { plain } from './rich-text.ts';
import { roomAt } from './rooms.ts';
import { type Token, tokensOf } from './tokens.ts';

const MAX_LENGTH = 200;

// Words in the location field, next to a link, that say no more than the link does.
const EMPTY_WORDS = new Set(
  'zoom webex teams microsoft google meet jitsi online virtual virtually remote video call conference meeting meetings room link url join via at on in is the a by here see below description invite event calendar details web or and to for from this click please'.split(
    ' ',
  ),
);

/** What the location field says besides its links; undefined if it says nothing else. */
export function placeText(place: string): string | undefined {
  const shown = placeWords(place);
  return words(shown).every((word) => EMPTY_WORDS.has(word)) ? undefined : shown;
}

/** The place to show: with a link, what the field says besides it; without one, all that it says. */
export function choosePlace(place: string, hasLink: boolean): string | undefined {
  const shown = hasLink ? placeText(place) : placeWords(place);
  return shown ? ellipsize(shown, MAX_LENGTH) : undefined;
}

function placeWords(place: string): string {
  const words = tokensOf(plain(place)).map(besideLinks).join('');
  return (
    cleanLine(words)
      // Any address still in the text is one that no button should open.
      .replace(/https?:\S+/giu, '')
      .replace(/\(\s*\)|<\s*>|\[\s*\]/gu, '')
      .replace(/^[\s,;:|/–—-]+|[\s,;:|/–—-]+$/gu, '')
  );
}

function besideLinks(token: Token): string {
  if (token.kind === 'text') return token.text;
  // Something such as `b.hall/2` only looks like an address.
  return token.bare && roomAt(token.url, []) === 'unknown host' ? token.label : ' ';
}
