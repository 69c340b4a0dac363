import type { Listing } from '../community/published-file.ts';

/** What the worker answers to the text of sigs.yaml. */
export type PublishedReply =
  | { readonly kind: 'read'; readonly listings: readonly Listing[] }
  | { readonly kind: 'unreadable'; readonly problem: string }
  | { readonly kind: 'broken'; readonly error: Error };
