/** What a notes document is to someone who is not signed in. */
export type NotesReading =
  | { readonly kind: 'text'; readonly text: string }
  /** Only those who sign in may read it. */
  | { readonly kind: 'private' }
  | { readonly kind: 'not there' }
  /** On a site whose documents the bot can't read. */
  | { readonly kind: 'unknown site' };

/** Where notes documents are read. */
export interface NotesSource {
  /** Fails with UpstreamError when the site can't be reached, or the document is too long. */
  read(link: string): Promise<NotesReading>;
}
