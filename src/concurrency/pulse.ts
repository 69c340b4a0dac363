/** Whether something that should keep going still does. */
export interface Pulse {
  beat(): void;
  /** Milliseconds since the last beat. */
  quietMs(): number;
}

/** A pulse by a clock that only goes forward. */
export function pulse(nowMs: () => number = () => performance.now()): Pulse {
  let last = nowMs();
  return {
    beat() {
      last = nowMs();
    },
    quietMs: () => nowMs() - last,
  };
}
