import { words } from '../text/similarity.ts';

/** Which meeting notes are looked for, and what else they may be of. */
export interface MeetingNames {
  readonly title: string;
  /** The group's name. */
  readonly group: string;
  /** All names of its workstreams. */
  readonly workstreams: readonly string[];
}

const KINDS = new Set(['wg', 'sig', 'ug', 'tag']);

/** Whether the words beside a date name a workstream or a group that the meeting's title does not. */
export function namesAnother(
  heading: readonly string[],
  { title, group, workstreams }: MeetingNames,
): boolean {
  const own = new Set([...words(title), ...words(group)]);
  const said = ` ${heading.join(' ')} `;
  const isAnotherStream = workstreams
    .map(words)
    .some((name) => said.includes(` ${name.join(' ')} `) && !name.some((word) => own.has(word)));
  const isAnotherGroup = heading.some((word, index) => {
    const name = heading[index + 1];
    return KINDS.has(word) && name !== undefined && /^\p{L}/u.test(name) && !own.has(name);
  });
  return isAnotherStream || isAnotherGroup;
}
