/** Who is told how the database does. */
export interface StoreHealth {
  /** A query failed, also when it was tried again. */
  failed(reason: string): void;
  /** A query succeeded. */
  worked(): void;
}

/** Nobody has to be told, as while a start that fails says so itself. */
export const UNWATCHED: StoreHealth = { failed() {}, worked() {} };
