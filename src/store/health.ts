/** Is told whether database queries work. */
export interface StoreHealth {
  /** A query failed, even after a retry. */
  failed(reason: string): void;
  /** A query succeeded. */
  worked(): void;
}

/** Tells nobody, for startup, where a failure is reported anyway. */
export const UNWATCHED: StoreHealth = { failed() {}, worked() {} };
