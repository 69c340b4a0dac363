import type { DateTime } from 'luxon';

export const OUTCOMES = ['recorded', 'not recorded', 'not held'] as const;

/** What became of a meeting, by the word of someone who was there. */
export type MeetingOutcome = (typeof OUTCOMES)[number];

/** The outcome of one meeting, and who said so. */
export interface ReportedOutcome {
  readonly meetingId: string;
  readonly outcome: MeetingOutcome;
  /** The name they go by, as plain text. */
  readonly reportedBy: string;
  readonly start: DateTime<true>;
}
