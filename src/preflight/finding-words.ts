import type { Group } from '../group/schema.ts';
import { bold, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { inZone } from '../messages/time.ts';
import type { PreflightFinding } from './findings.ts';

/** What is missing, and how to mend it. */
export function findingWords(finding: PreflightFinding, group: Group): Mrkdwn {
  const { scheduling, zone } = group;
  switch (finding.kind) {
    case 'no join link':
      return md`*No link to join.* Put ${roomOf(group)} into the event’s location.`;
    case 'another room':
      return md`*The link is no room of ${group.name}.* Without one of the organizers as its owner, nobody can record. Use ${roomOf(group)}.`;
    case 'room taken':
      return md`*The room is taken* by ${bold(finding.by.title)}, ${inZone(finding.by.start, zone)}. Move one of the two, or use another room.`;
    case 'no notes':
      return md`*No notes document.* Link one in the event’s description, as “Agenda: https://…”.`;
    case 'notes need a sign-in':
      return md`*The notes can’t be read without signing in.* Share the document so that anyone with the link may read it.`;
    case 'not in the community calendar':
      return join([md`*Not on the community calendar.*`, invitation(scheduling)], ' ');
    case 'no topics':
      return md`*Nothing is on the agenda. Cancel it?* Ask in the group’s channel for topics first. If there are none, delete this one event in ${calendarOf(group)}, and write “cancelled” beside its date in the notes. I tell everyone who was reminded.`;
    case 'no host':
      return md`*No host yet.* An organizer has to be there, or the room can’t be recorded.`;
  }
}

function roomOf({ scheduling, name }: Group): Mrkdwn {
  return scheduling ? link(scheduling.join, 'the shared room') : md`a room of ${name}`;
}

function calendarOf({ calendar }: Group): Mrkdwn {
  return calendar?.page === undefined ? md`the calendar` : link(calendar.page, 'the calendar');
}

function invitation(scheduling: Group['scheduling']): Mrkdwn {
  const address = scheduling?.communityCalendar;
  const guest = address?.includes('@') ? address : 'it';
  const page = scheduling?.calendarPage;
  const where = page === undefined ? md`` : md` It then shows on ${link(page, 'its page')}.`;
  return md`Invite ${guest} to the event.${where}`;
}
