import { words } from '../text/similarity.ts';
import {
  bareName,
  longest,
  type NamedGroup,
  spaced,
  wholeWords,
  withoutGap,
} from './named-groups.ts';
import type { Group } from './schema.ts';

const BEFORE = '(?:do|does|did|will|is|the|a|next|last)';
const AFTER = '(?:meet|meets|meeting|call|sync)';

/** Reads whose meeting a text speaks of by a name without its kind, as in “when does batch meet?” */
export function meetingTalkReader(groups: readonly Group[]): (text: string) => NamedGroup {
  const patterns = groups.flatMap((group) => {
    const bare = spaced(bareName(group));
    if (bare === '') return [];
    const source = String.raw`(${BEFORE}\s+)${bare}((?:\s+(?:group|committee))?\s+${AFTER})`;
    return [{ group, pattern: wholeWords(source), word: longest(words(bareName(group))) }];
  });
  return (text) => {
    const lower = text.toLowerCase();
    const found = patterns.flatMap(({ group, pattern, word }) => {
      if (!lower.includes(word)) return [];
      const rest = text.replace(pattern, '$1$2');
      return rest === text ? [] : [{ group, rest: withoutGap(rest) }];
    });
    const [only, ...others] = found;
    if (!only) return { kind: 'none' };
    return others.length > 0
      ? { kind: 'several', groups: found.map(({ group }) => group) }
      : { kind: 'one', ...only, isBare: true };
  };
}
