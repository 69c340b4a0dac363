import { cleanLine, ellipsize } from '../../text/plain.ts';
import { plain } from './rich-text.ts';
import { roomAt } from './rooms.ts';
import { telling } from './telling.ts';
import { type Token, tokensOf } from './tokens.ts';

const MAX_LENGTH = 200;

/** What the location field says besides its links; undefined if it says nothing else. */
export function placeText(place: string): string | undefined {
  const shown = placeWords(place);
  return telling(shown).length === 0 ? undefined : shown;
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
