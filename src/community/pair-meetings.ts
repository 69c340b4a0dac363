import { squash } from '../text/similarity.ts';

/** What tells which meeting of a file a published one is. */
export interface Paired {
  readonly title: string;
  readonly aliases?: readonly string[] | undefined;
  readonly subproject?: string | undefined;
  readonly join?: string | undefined;
  readonly agenda?: string | undefined;
}

export interface MeetingPairs<Known, Published> {
  readonly pairs: readonly (readonly [known: Known, published: Published])[];
  /** Those of the file that are not published. */
  readonly unpublished: readonly Known[];
  /** Those published that are not in the file. */
  readonly unknown: readonly Published[];
}

/**
 * Pairs the meetings of a group file with the published ones: by title, and a renamed one by its room and
 * its notes, if no other meeting has them.
 */
export function pairMeetings<Known extends Paired, Published extends Paired>(
  known: readonly Known[],
  published: readonly Published[],
): MeetingPairs<Known, Published> {
  const pairs: (readonly [Known, Published])[] = [];
  let [left, open] = [known, published];
  for (const agree of [sameTitleAndPart, sameTitle, sameRoomAndNotes, sameNotes]) {
    for (const one of left) {
      const found = open.filter((other) => agree(one, other));
      const rivals = left.filter((other) => found.some((it) => agree(other, it)));
      const [only] = found;
      if (only === undefined || found.length > 1 || rivals.length > 1) continue;
      pairs.push([one, only]);
      left = left.filter((other) => other !== one);
      open = open.filter((other) => other !== only);
    }
  }
  return { pairs, unpublished: left, unknown: open };
}

function sameTitleAndPart(one: Paired, other: Paired): boolean {
  return one.subproject === other.subproject && sameTitle(one, other);
}

function sameTitle({ title, aliases = [] }: Paired, other: Paired): boolean {
  return [title, ...aliases].some((name) => squash(name) === squash(other.title));
}

function sameRoomAndNotes(one: Paired, other: Paired): boolean {
  return sameNotes(one, other) && one.join !== undefined && roomOf(one) === roomOf(other);
}

function sameNotes(one: Paired, other: Paired): boolean {
  return one.agenda !== undefined && one.agenda === other.agenda;
}

function roomOf({ join }: Paired): string | undefined {
  return join?.split('?')[0];
}
