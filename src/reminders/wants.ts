import type { Want } from './personal.ts';
import type { Subscriptions } from './ports.ts';

/** What all people want to hear of, with the names of the meetings that they mean. */
export async function wantsOf(
  subscriptions: Subscriptions,
  namesFor: (about: string) => readonly string[],
): Promise<Want[]> {
  return (await subscriptions.all()).map(({ userId, about, leads }) => ({
    userId,
    leads,
    names: about === undefined ? [] : namesFor(about),
  }));
}
