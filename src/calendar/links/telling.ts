import { words } from '../../text/similarity.ts';

// Words next to a link that say no more than the link does.
const EMPTY_WORDS = new Set(
  'zoom webex teams microsoft google meet jitsi online virtual virtually remote video call conference meeting meetings room link url join via at on in is the a by here see below description invite event calendar details web or and to for from this click please'.split(
    ' ',
  ),
);

/** The words of a text that say something which a link to a meeting doesn't. */
export function telling(text: string): string[] {
  return words(text).filter((word) => !EMPTY_WORDS.has(word));
}
