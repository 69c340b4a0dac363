/** What the reader has learned to tell apart. Examples are in `training/`. */
export const INTENTS = [
  'about',
  'agenda',
  'charter',
  'contact',
  'date',
  'fact',
  'fact:Archive',
  'fact:GitHub label',
  'forget-me',
  'guide',
  'help',
  'host',
  'howto:retire',
  'howto:schedule',
  'howto:subscribe',
  'howto:upload',
  'join-link',
  'last-meeting',
  'liaison',
  'my-reminders',
  'next-meeting',
  'none',
  'organizers',
  'privacy',
  'recordings',
  'recordings-missing',
  'remind-off',
  'remind-on',
  'reminders',
  'schedule',
  'small-talk:hello',
  'small-talk:ok',
  'small-talk:thanks',
  'status',
  'successors',
  'upcoming',
  'workstream',
  'workstreams',
] as const;

export type Intent = (typeof INTENTS)[number];

/** What says nearly the same where nothing answers an intent itself. */
export const NEXT_BEST: Partial<Record<Intent, Intent>> = {
  charter: 'about',
  date: 'upcoming',
  'forget-me': 'privacy',
  host: 'organizers',
  'join-link': 'next-meeting',
  liaison: 'organizers',
  'my-reminders': 'remind-on',
  'recordings-missing': 'recordings',
  reminders: 'my-reminders',
  'remind-off': 'my-reminders',
  schedule: 'howto:schedule',
  successors: 'about',
};

/** What is worth a button, no more, where the thing that was asked for is not known. */
export const OFFERED_INSTEAD: Partial<Record<Intent, Intent>> = {
  workstream: 'workstreams',
};
