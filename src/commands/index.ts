import { agenda } from './agenda.ts';
import type { Command } from './command.ts';
import { contact } from './contact.ts';
import { helpOver } from './help.ts';
import { howto } from './howto.ts';
import { nextMeeting } from './next-meeting.ts';
import { organizers } from './organizers.ts';
import { recordings } from './recordings.ts';
import { reminders } from './reminders.ts';
import { status } from './status.ts';
import { upcoming } from './upcoming.ts';
import { workstreams } from './workstreams.ts';

/** Every subcommand, in the order in which help lists them. */
export const commands: readonly Command[] = [
  nextMeeting,
  upcoming,
  organizers,
  workstreams,
  agenda,
  recordings,
  contact,
  howto,
  reminders,
  status,
  helpOver(() => commands),
];
