/** Levels of a weight go from -31 to 31, so that each is one printable character that JSON leaves as it is. */
export const HIGHEST_LEVEL = 31;

const FIRST = '0'.charCodeAt(0);
const SKIPPED = '\\'.charCodeAt(0);

/** The character that stands for a level. */
export function characterOf(level: number): string {
  const code = FIRST + level + HIGHEST_LEVEL;
  return String.fromCharCode(code < SKIPPED ? code : code + 1);
}

/** The levels that characters stand for. */
export function levelsIn(characters: string): Int8Array {
  const levels = new Int8Array(characters.length);
  for (let at = 0; at < levels.length; at += 1) {
    const code = characters.charCodeAt(at);
    levels[at] = (code < SKIPPED ? code : code - 1) - FIRST - HIGHEST_LEVEL;
  }
  return levels;
}
