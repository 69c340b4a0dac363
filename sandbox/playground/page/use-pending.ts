import { useEffect, useState } from 'react';

/** A value that the sandbox holds, and what it was just set to until the sandbox says so too. */
export function usePending<T>(held: T): readonly [T, (next: T) => void] {
  const [pending, setPending] = useState<{ readonly value: T }>();
  const told = JSON.stringify(held);
  // Each new state of the sandbox settles it.
  useEffect(() => setPending(undefined), [told]);
  return [pending ? pending.value : held, (value) => setPending({ value })];
}
