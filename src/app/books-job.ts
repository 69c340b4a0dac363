import { emptyAgendaFlow } from '../agenda/empty-agenda-flow.ts';
import { ASK_ACTION } from '../commands/first-questions.ts';
import type { Config } from '../config/config.ts';
import type { Flow } from '../organizers/flow.ts';
import type { MessageKeeper } from '../organizers/kept-messages.ts';
import { missingFlow } from '../recordings/missing-flow.ts';
import type { ScheduledJob } from '../scheduler.ts';
import { refreshBooks } from './books.ts';
import type { Core } from './compose.ts';

export interface BooksJobParts {
  readonly config: Pick<Config, 'calendarCron' | 'organizersChannel' | 'recordingNudge'>;
  readonly core: Core;
  readonly keeper: MessageKeeper;
}

/** Follows recordings and notes, and tells organizers what is missing. */
export function booksJob({ config, core, keeper }: BooksJobParts): ScheduledJob {
  const flows = bookFlows(core, config);
  return {
    name: 'recordings-and-notes',
    cron: config.calendarCron,
    async run() {
      await refreshBooks(core);
      const state = core.calendar.state();
      if (state.kind !== 'read') return;
      for (const flow of flows) {
        const wanted = await flow.wanted({ now: core.clock.now(), snapshot: state });
        await keeper.keep(wanted, core.clock.now());
      }
    },
  };
}

/** What organizers are told of recordings and agendas; nothing without a channel of their own. */
export function bookFlows(
  { group, store, recordings, agendas }: Core,
  {
    organizersChannel: channelId,
    recordingNudge: nudgeAfter,
  }: Pick<Config, 'organizersChannel' | 'recordingNudge'>,
): Flow[] {
  if (channelId === undefined) return [];
  const nudges = store.recordingNudges;
  return [
    missingFlow({ group, channelId, book: recordings, nudges, nudgeAfter, askAction: ASK_ACTION }),
    emptyAgendaFlow({ group, channelId, book: agendas }),
  ];
}
