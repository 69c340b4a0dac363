import type { Config } from '../config/config.ts';
import type { MessageKeeper } from '../organizers/kept-messages.ts';
import type { KeptPoster } from '../organizers/ports.ts';
import type { ObserveAttempt } from '../reminders/ports.ts';
import { notesAccess } from './books.ts';
import { keeperOf } from './compose.ts';
import type { GroupCore } from './group-cores.ts';
import { organizing } from './organizing.ts';

/** What a group's jobs and buttons have in common. */
export interface GroupWork {
  readonly core: GroupCore;
  /** Keeps the group's messages for organizers true. */
  readonly keeper: MessageKeeper;
  /** Brings the group's messages for organizers in line. */
  updateOrganizers(): Promise<void>;
}

export interface GroupWorkTools {
  readonly config: Config;
  readonly poster: KeptPoster;
  readonly observe: ObserveAttempt;
  readonly stopping: AbortSignal;
}

export function groupWork(core: GroupCore, tools: GroupWorkTools): GroupWork {
  const { config, poster, observe, stopping } = tools;
  const keeper = keeperOf(core, { poster, observe, stopping, random: Math.random });
  const notes = notesAccess(core.agendas);
  return {
    core,
    keeper,
    updateOrganizers: organizing({ core, config, keeper, notes }),
  };
}
