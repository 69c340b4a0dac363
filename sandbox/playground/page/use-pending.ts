import { useEffect, useState } from 'react';

/** A value held by the sandbox, overridden by what it was just set to until the sandbox confirms. */
export function usePending<T>(held: T): readonly [T, (next: T) => void] {
  const [pending, setPending] = useState<{ readonly value: T }>();
  const told = JSON.stringify(held);
  // Each new state from the sandbox settles it.
  useEffect(() => setPending(undefined), [told]);
  return [pending ? pending.value : held, (value) => setPending({ value })];
}
