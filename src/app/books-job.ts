import { proposalWords } from '../agenda/agenda-lines.ts';
import { ASK_ACTION } from '../commands/first-questions.ts';
import type { Config } from '../config/config.ts';
import type { DigestPart } from '../digest/digest-message.ts';
import { md } from '../messages/mrkdwn.ts';
import type { Flow, FlowInput } from '../organizers/flow.ts';
import { missingLately } from '../recordings/missing.ts';
import { missingFlow } from '../recordings/missing-flow.ts';
import { meetingAndDay } from '../recordings/recording-words.ts';
import type { ScheduledJob } from '../scheduler.ts';
import { refreshBooks } from './books.ts';
import type { Core } from './compose.ts';

export interface BooksJobParts {
  readonly config: Pick<Config, 'calendarCron'>;
  readonly core: Core;
  updateOrganizers(): Promise<void>;
}

/** Follows recordings and notes. */
export function booksJob({ config, core, updateOrganizers }: BooksJobParts): ScheduledJob {
  return {
    name: 'recordings-and-notes',
    cron: config.calendarCron,
    async run() {
      await refreshBooks(core);
      await updateOrganizers();
    },
  };
}

/** What organizers are told of recordings, in a channel of their own. */
export function bookFlows(
  { group, store, recordings }: Core,
  channelId: string,
  { recordingNudge: nudgeAfter }: Pick<Config, 'recordingNudge'>,
): Flow[] {
  const nudges = store.recordingNudges;
  return [
    missingFlow({ group, channelId, book: recordings, nudges, nudgeAfter, askAction: ASK_ACTION }),
  ];
}

/** What the digest says of recordings and agendas. */
export function digestParts(
  { group: { zone }, recordings, agendas }: Core,
  { recordingNudge: nudgeAfter }: Pick<Config, 'recordingNudge'>,
): ((input: FlowInput) => Promise<DigestPart>)[] {
  return [
    async () => ({
      title: 'Proposed for the agenda',
      lines: agendas
        .proposals()
        .filter(({ done }) => !done)
        .map((proposal) => md`• ${proposalWords(proposal)}`),
    }),
    async ({ now }) => ({
      title: 'Recordings that are missing',
      lines: missingLately(recordings.state(), now, nudgeAfter).map(
        ({ recording }) => md`• ${meetingAndDay(recording.meeting, zone)}`,
      ),
    }),
  ];
}
