export interface Mortality {
  dead: boolean;
  /** How many more steps the process lives to take in the outside world. */
  stepsLeft: number;
  /** Whether the last step has its effect; by default, that depends on when its end was decided. */
  readonly lastHasEffect?: boolean;
}

/**
 * The same object, as seen by a process that dies midway: the step on which it dies may or may not
 * have its effect, and from then on nothing it does reaches the world.
 */
export function mortal<T extends object>(target: T, life: Mortality): T {
  return new Proxy(target, {
    get(object, name) {
      const method: unknown = Reflect.get(object, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        if (life.dead) throw new Error('dead');
        life.stepsLeft -= 1;
        if (life.stepsLeft > 0) return Reflect.apply(method, object, args);
        life.dead = true;
        if (life.lastHasEffect ?? Math.abs(life.stepsLeft) % 2 === 0)
          await Reflect.apply(method, object, args);
        throw new Error('killed');
      };
    },
  });
}
