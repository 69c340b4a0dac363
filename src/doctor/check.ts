import type { Finding } from '../findings.ts';

/** What a check found, and what later checks need of it; absent if it is not to be had. */
export interface Checked<T> {
  readonly findings: readonly Finding[];
  readonly value?: T;
}

// Each check has this long, and they run side by side: a doctor's answer takes seconds.
const MAX_CHECK_MS = 12_000;

/** A check that could not be made, since what it needs was found wrong. */
export function skipped(about: string, missing: string): Checked<never> {
  return { findings: [{ kind: 'skipped', about, says: `not checked: it needs ${missing}` }] };
}

/** Makes a check. One that fails unexpectedly, or hangs, is a finding, and holds no other up. */
export async function check<T>(about: string, run: () => Promise<Checked<T>>): Promise<Checked<T>> {
  const late = Promise.withResolvers<Checked<T>>();
  const timer = setTimeout(
    () => late.resolve(failing(about, 'gives no answer within 12 seconds')),
    MAX_CHECK_MS,
  );
  try {
    return await Promise.race([run(), late.promise]);
  } catch (error) {
    return failing(about, error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
  }
}

function failing(about: string, says: string): Checked<never> {
  return { findings: [{ kind: 'failing', about, says }] };
}
