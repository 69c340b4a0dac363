const VIDEO =
  /(?:youtube\.com\/(?:watch\?(?:[\w=&%.-]*&)?v=|live\/|embed\/)|youtu\.be\/)(?<id>[\w-]{11})(?![\w-])/giu;

/** The IDs of the YouTube videos whose addresses stand in a text. */
export function videoIdsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(VIDEO)].map(({ groups }) => groups?.id ?? ''));
}
