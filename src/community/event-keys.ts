import { words } from '../text/similarity.ts';

// Words that say nothing about which meeting it is.
const COMMON = new Set(
  'regular main sig sigs wg ug special interest working user group committee meeting meetings weekly biweekly bi monthly kubernetes k8s community the of for a and call sync public regularly'.split(
    ' ',
  ),
);

const ROOMS = [
  /zoom\.(?:us|com)\/(?:[jws]|wc\/join)\/(\d{9,11})(?!\d)/u,
  /zoom\.(?:us|com)\/my\/([\w.-]+)/u,
  /zoom-lfx\.platform\.linuxfoundation\.org\/meeting\/([\w-]+)/u,
  /app\.lfx\.dev\/meetings\/(\w+)/u,
];
const DOCUMENT = /docs\.google\.com\/(?:a\/[^/\s]+\/)?document\/(?:u\/\d+\/)?d\/([\w-]{10,})/gu;

/** The rooms that a text links: the numbers or names of Zoom and LFX meetings, whatever surrounds them. */
export function roomsIn(text: string): string[] {
  const found = ROOMS.flatMap((room) => [...text.matchAll(new RegExp(room, 'giu'))]);
  return [...new Set(found.flatMap(([, id]) => id?.toLowerCase() ?? []))];
}

/** The Google documents that a text links. */
export function documentsIn(text: string): string[] {
  return [...new Set([...text.matchAll(DOCUMENT)].flatMap(([, id]) => id ?? []))];
}

/** The words of a title that tell which of a group's meetings it is; none for the group's regular one. */
export function tellingWords(title: string, groupNames: readonly string[]): string[] {
  const ofGroup = new Set(groupNames.flatMap(words));
  const telling = words(title).filter((word) => !COMMON.has(word) && !ofGroup.has(word));
  return [...new Set(telling)].toSorted();
}

/** Whether a title has all words of one of these names. */
export function hasName(title: string, groupNames: readonly string[]): boolean {
  const said = new Set(words(title));
  return groupNames.some((name) => words(name).every((word) => said.has(word)));
}

/** Whether a title names groups, as in “WG Batch” or “[sig-node]”, and none of them is this one. */
export function namesAnotherGroup(title: string, groupNames: readonly string[]): boolean {
  const said = words(title);
  const mentions = said.flatMap((word, index) =>
    /^(?:sig|wg|ug)$/u.test(word) && said[index + 1] !== undefined ? [said.slice(index)] : [],
  );
  // “SIG meeting” names none.
  const named = mentions.filter(([, next = '']) => !COMMON.has(next));
  const own = groupNames.map(words).filter((name) => name.length > 1);
  const isOwn = (mention: readonly string[]) =>
    own.some((name) => name.every((word, index) => mention[index] === word));
  return named.length > 0 && !named.some(isOwn);
}
