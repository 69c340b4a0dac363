import { about } from './about.ts';
import { agenda } from './agenda.ts';
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { contact } from './contact.ts';
import { forget } from './forget.ts';
import { help } from './help.ts';
import { hosts } from './hosts.ts';
import { howto } from './howto.ts';
import { lastMeeting } from './last-meeting.ts';
import { nextMeeting } from './next-meeting.ts';
import { onDate } from './on-date.ts';
import { organizers } from './organizers.ts';
import { recordings } from './recordings.ts';
import { remind } from './remind.ts';
import { reminders } from './reminders.ts';
import { schedule } from './schedule.ts';
import { status } from './status.ts';
import { successors } from './successors.ts';
import { upcoming } from './upcoming.ts';
import { workstreams } from './workstreams.ts';

/** Every subcommand, in the order in which help lists them. */
export const commands: readonly Command[] = [
  nextMeeting,
  lastMeeting,
  upcoming,
  hosts,
  onDate,
  schedule,
  organizers,
  workstreams,
  agenda,
  recordings,
  contact,
  about,
  successors,
  howto,
  reminders,
  remind,
  forget,
  status,
  ask,
  help,
];
