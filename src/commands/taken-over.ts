const VERB =
  '(?:took|take[ns]?|taking) (?:over|on)|inherited|continues?|carries on|carried on|owns?|maintains?|handles?';

/** Ways to ask who does now what a retired group did; the group of each is the thing. */
const QUESTIONS = [
  new RegExp(
    String.raw`\b(?:who|which (?:group|sig|wg)|what group)\b.*?\b(?:${VERB})\b\s*(.*)$`,
    'iu',
  ),
  /\bwho (?:is|are) (?:now )?(?:in charge of|responsible for)\s+(.*)$/iu,
  /\b(?:what|whatever) (?:has |have )?(?:happened|became|become) (?:to|of|with)\s+(.*)$/iu,
  /\bwhere (?:did|has|have)\s+(.*?)\s+(?:go|gone|move|moved|end up|ended up)\b/iu,
  /\bsuccessors?\b(?:\s+(?:of|to|for)\s+(.*))?$/iu,
];
const FILLER =
  /\b(?:from|the|workstream|work|group|now|today|then|please|pls|wg|of|for|here|stuff)\b/giu;

/** What somebody asks who took over: its name, or '' for everything; undefined if they ask something else. */
export function askedTakenOver(text: string, groupName: string): string | undefined {
  for (const question of QUESTIONS) {
    const found = question.exec(text);
    if (found) return nameIn(found[1] ?? '', groupName);
  }
  return undefined;
}

function nameIn(text: string, groupName: string): string {
  const own = new RegExp(groupName.replace(/[^\p{L}\p{N}]+/gu, String.raw`\W+`), 'giu');
  const told = text
    .replace(own, ' ')
    .replace(/[?!.,;:]+/gu, ' ')
    .replace(FILLER, ' ');
  return told.replace(/\s+/gu, ' ').trim();
}
