// Every line starts with a name; anything else is the rest of a line that was folded, or broken by a proxy.
const NAMED = /^[A-Z][A-Z0-9-]*[;:]/iu;

/** The unfolded lines of an iCalendar text. https://datatracker.ietf.org/doc/html/rfc5545#section-3.1 */
export function contentLines(text: string): string[] {
  const lines: string[][] = [];
  for (const line of text.split(/\r\n|\n|\r/u)) {
    const last = lines.at(-1);
    if (last && /^[ \t]/u.test(line)) last.push(line.slice(1));
    else if (last && !NAMED.test(line)) last.push(line);
    else lines.push([line]);
  }
  return lines.map((parts) => parts.join(''));
}
