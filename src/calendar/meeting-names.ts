import { oncePerText } from '../text/once-per-text.ts';
import { squash, words } from '../text/similarity.ts';
import type { Meeting } from './meeting.ts';

/** Whether a title is or contains one of the names, whatever their spelling and word order. */
export function isNamed(title: string, names: readonly string[]): boolean {
  return namedBy(names)(title);
}

/** The meetings that go by one of the names. */
export function meetingsNamed<T extends Meeting>(
  meetings: readonly T[],
  names: readonly string[],
): T[] {
  const isOne = namedBy(names);
  return meetings.filter(({ title }) => isOne(title));
}

/** The same as isNamed for many titles: a series has one for all its meetings. */
export function namedBy(names: readonly string[]): (title: string) => boolean {
  const wanted = names
    .map((name) => ({ whole: squash(name), parts: words(name) }))
    .filter(({ whole }) => whole !== '');
  return oncePerText((title) => {
    const whole = squash(title);
    return wanted.some((name) => {
      if (whole.includes(name.whole)) return true;
      // Most titles don't even have the letters.
      if (!name.parts.every((word) => whole.includes(word))) return false;
      const parts = new Set(words(title));
      return name.parts.every((word) => parts.has(word));
    });
  });
}
