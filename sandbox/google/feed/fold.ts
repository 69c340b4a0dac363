const LENGTH = 75;

/**
 * Folds a content line as Google's feeds are folded: after each 75 UTF-16 code units, one earlier if
 * a surrogate pair would be split, so a line may be longer than the 75 octets that RFC 5545 asks
 * for, and may break inside an escape such as `\n`. The space that begins the next line comes on top.
 */
export function fold(line: string): string {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > LENGTH) {
    const length = isHighSurrogate(rest.charCodeAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
    lines.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...lines, rest].join('\r\n ');
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
