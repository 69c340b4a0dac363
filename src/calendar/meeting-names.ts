import { squash, words } from '../text/similarity.ts';
import type { Meeting } from './meeting.ts';

/** Whether a title is or contains one of the names, whatever their spelling and word order. */
export function isNamed(title: string, names: readonly string[]): boolean {
  const whole = squash(title);
  const parts = new Set(words(title));
  return names.some((name) => {
    const wanted = squash(name);
    if (wanted === '') return false;
    return whole.includes(wanted) || words(name).every((word) => parts.has(word));
  });
}

/** The meetings that go by one of the names. */
export function meetingsNamed<T extends Meeting>(
  meetings: readonly T[],
  names: readonly string[],
): T[] {
  return meetings.filter(({ title }) => isNamed(title, names));
}
