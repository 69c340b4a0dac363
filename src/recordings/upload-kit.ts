import { titleTemplate } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { codeBlock, context, header, message, section } from '../messages/blocks.ts';
import type { Block, Message } from '../messages/message.ts';
import { code, join, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { day } from '../messages/time.ts';
import type { RecordedMeeting } from './recording.ts';
import { recordingTitle } from './recording-title.ts';
import { meetingAndDay } from './recording-words.ts';

/** All that one needs to upload a meeting's recording, ready to be copied. */
export function uploadKit(meeting: RecordedMeeting, group: Group): Message {
  const { recordings, zone } = group;
  const { zoomAccount, youtubeAccount, playlist } = recordings;
  const title = recordingTitle(titleTemplate(group), meeting);
  const from = zoomAccount === undefined ? md`` : md` from the account ${code(zoomAccount)}`;
  const as = youtubeAccount === undefined ? md`` : md` as ${code(youtubeAccount)}`;
  const into = playlist === undefined ? md`` : md` and add it to ${link(playlist, 'the playlist')}`;
  const steps: (Mrkdwn | Block)[] = [
    md`1. Download the recording in Zoom${from}.`,
    md`2. Upload it to YouTube${as}${into}. Its title:`,
    codeBlock(title),
    md`Its description:`,
    codeBlock(...description(meeting, group)),
    md`3. ${linkStep(meeting)}`,
    md`4. In Zoom, add this to the recording’s title, so that nobody uploads it twice:`,
    codeBlock('(uploaded)'),
  ];
  return message(
    join([md`To upload ${meetingAndDay(meeting, zone)}:`, md`title it ${code(title)}.`], ' '),
    [
      header('Upload kit'),
      section(meetingAndDay(meeting, zone)),
      ...steps.map((step) => ('type' in step ? step : section(step))),
      context(md`I notice by myself when the video is in the playlist.`),
    ],
  );
}

/** Lines for the video’s description; the day is the one in the meeting's zone. */
function description({ title, start, agendaLink }: RecordedMeeting, group: Group): string[] {
  return [
    `${title}, ${day(start.toISODate())}, ${start.year}.`,
    ...(agendaLink === undefined ? [] : [`Agenda and notes: ${agendaLink}`]),
    ...(group.page === undefined ? [] : [`${group.fullName ?? group.name}: ${group.page}`]),
  ];
}

function linkStep({ agendaLink }: RecordedMeeting): Mrkdwn {
  return agendaLink === undefined
    ? md`Link the video in the meeting’s notes.`
    : md`Link the video in ${link(agendaLink, 'the notes')}.`;
}
