import { distance } from 'fastest-levenshtein';
import { squash, words } from '../text/similarity.ts';

/** Who the videos are about. */
export interface GroupNames {
  /** As in `WG Serving`. */
  readonly name: string;
  /** All names of each workstream; they are interchangeable. */
  readonly workstreams: readonly (readonly string[])[];
}

/** What a title, without its dates, calls the meeting. */
export interface TitleNames {
  /** The words that tell this meeting from others of the group; a workstream is one word, `#2`. */
  readonly words: ReadonlySet<string>;
  /** Whether it has the group's name. */
  readonly own: boolean;
  /** Whether it has another group's. */
  readonly other: boolean;
  /** Whether it says how often the meeting takes place, as the regular meeting's title does. */
  readonly cadence: boolean;
}

const KINDS: Readonly<Record<string, string>> = {
  wg: 'wg|working group',
  sig: 'sig|special interest group',
  ug: 'ug|user group',
};
const OTHER =
  /(?<![\p{L}\p{N}])(?:sig|wg|ug|tag|special interest group|working group|user group) [\p{L}\p{N}]/u;

// Said of every meeting.
const NOISE = new Set(
  `kubernetes k8s community meeting meetings mtg recording recorded recordings record video videos zoom call sync session
  workstream stream work working group wg sig for on of the a an and at with in from to by pt pst pdt et est edt cet cest utc gmt ist am pm
  mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday
  agenda notes uploaded upload hd gallery view speaker shared screen edited final full trimmed mp4 youtube live stream streamed
  part pt no vol official public open team st nd rd th`.split(/\s+/u),
);
// Numbers, and sizes of a picture such as 1080p and 1920x1080.
const NUMBER = /^\d+(?:p|x\d+)?$/u;
const CADENCE = new Set(['weekly', 'biweekly', 'fortnightly', 'regular', 'general', 'main']);

/** Reads the names in a title from which dates were removed. */
export function namesReader(group: GroupNames): (title: string) => TitleNames {
  const own = ownName(group.name);
  const streams = group.workstreams
    .flatMap((names, index) => names.map((name) => ({ words: words(name), token: ` #${index} ` })))
    .filter((stream) => stream.words.length > 0)
    .sort((a, b) => b.words.join('').length - a.words.join('').length)
    .map(({ words: parts, token }) => ({ pattern: phrase(parts.join(' ?')), token }));
  const misspelt = misspeltStream(group.workstreams);

  return (title) => {
    const spaced = ` ${words(title).join(' ')} `.replaceAll(' bi weekly ', ' biweekly ');
    const rest = spaced.replace(own, ' ');
    let named = rest;
    for (const { pattern, token } of streams) named = named.replace(pattern, token);
    const all = named
      .split(' ')
      .filter((word) => word !== '' && !NOISE.has(word))
      .map(misspelt);
    return {
      words: new Set(all.filter((word) => !CADENCE.has(word) && !NUMBER.test(word))),
      own: rest !== spaced,
      other: OTHER.test(rest),
      cadence: all.some((word) => CADENCE.has(word)),
    };
  };
}

// In shorter words a letter more is another word.
const MIN_MISSPELT = 7;

/** Reads `autoscalling` as the workstream. */
function misspeltStream(workstreams: GroupNames['workstreams']): (word: string) => string {
  const spellings = workstreams.flatMap((names, index) =>
    names.map((name) => ({ name: squash(name), token: `#${index}` })),
  );
  return (word) => {
    if (word.length < MIN_MISSPELT || word.length > 60) return word;
    return spellings.find(({ name }) => distance(name, word) === 1)?.token ?? word;
  };
}

/** `WG Serving` also goes by `wg-serving`, `Serving WG` and `Working Group Serving`. */
function ownName(name: string): RegExp {
  const [first = '', ...others] = words(name);
  const kind = KINDS[first];
  if (kind === undefined || others.length === 0) return phrase(words(name).join(' ?'));
  const rest = others.join(' ?');
  return phrase(`(?:${kind}) ?${rest}|${rest} (?:${kind})|^ ${rest}`);
}

function phrase(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}#])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');
}
