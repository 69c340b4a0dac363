import type { types } from '@slack/bolt';
import type { TimedMeeting } from '../calendar/meeting.ts';
import type { Group } from '../group/schema.ts';
import {
  actions,
  button,
  header,
  linkButton,
  message,
  section,
  sections,
} from '../messages/blocks.ts';
import { buttonValue } from '../messages/button-value.ts';
import { joinLabel } from '../messages/join-words.ts';
import type { Block, Message } from '../messages/message.ts';
import { bold, link, type Mrkdwn, md } from '../messages/mrkdwn.ts';
import { longWhen } from '../messages/time.ts';
import { type MeetingOutcome, OUTCOMES, type ReportedOutcome } from '../organizers/outcome.ts';

/** Action ID of the buttons below; the value names the meeting and its outcome. */
export const OUTCOME_ACTION = 'meeting-outcome';

const LABELS: Readonly<Record<MeetingOutcome, string>> = {
  recorded: 'Recorded',
  'not recorded': 'Not recorded',
  'not held': 'Not held',
};

/** What a meeting needs while it begins. */
export function startCard(meeting: TimedMeeting, { zone, name }: Group): Message {
  const { title, start, host, agendaLink, joinLink, linkKind } = meeting;
  const lines = [
    md`*Host:* ${host ?? 'nobody has said so; whoever opens the room first, claim host'}`,
    md`1. Record it *to the cloud*: a recording on your own computer can’t be uploaded by others.`,
    md`2. Ask who takes notes.`,
    agendaLink === undefined
      ? md`3. No notes document is linked in the calendar: paste one into the chat.`
      : md`3. Paste ${link(agendaLink, 'the notes')} into the chat.`,
  ];
  return message(
    md`${bold(title)} of ${name} begins ${longWhen(start, zone)}. Record it to the cloud.`,
    [
      header(`Now: ${title}`),
      ...sections(lines),
      actions([
        linkButton(joinLabel(linkKind), joinLink, 'open-join', 'primary'),
        linkButton('Notes', agendaLink, 'open-agenda'),
      ]),
    ],
  );
}

/** What is known of a meeting that is over. */
export interface Aftermath {
  readonly reported: ReportedOutcome | undefined;
  /** Its video is in the playlist. */
  readonly hasVideo: boolean;
}

/** What a meeting needs when it is over. */
export function endCard(meeting: TimedMeeting, aftermath: Aftermath, { zone }: Group): Message {
  const { title, start } = meeting;
  const text = md`${bold(title)}, ${longWhen(start, zone)}, is over. ${outcomeWords(aftermath)}`;
  return message(text, [
    header(`Over: ${title}`),
    ...sections([
      md`1. Stop the recording, or close the room for all: it ends when everyone has left.`,
      notesStep(meeting),
      md`3. When Zoom has the video, upload it. Press a button below, so that it isn’t forgotten.`,
      outcomeWords(aftermath),
    ]),
    outcomeButtons(meeting, aftermath),
  ]);
}

/** Asks once more what became of a meeting; then says what is known of it. */
export function nextDayCard(meeting: TimedMeeting, aftermath: Aftermath, { zone }: Group): Message {
  const { title, start } = meeting;
  const isKnown = aftermath.hasVideo || aftermath.reported !== undefined;
  const asked = md`Was ${bold(title)}, ${longWhen(start, zone)}, recorded?`;
  const text = isKnown ? md`${asked} ${outcomeWords(aftermath)}` : asked;
  return message(text, [section(text), outcomeButtons(meeting, aftermath)]);
}

/** A card of a meeting that doesn't take place, or takes place at another time. */
export function voidCard({ title }: TimedMeeting): Message {
  const text = md`${bold(title)} has been cancelled or moved. There is nothing to do here.`;
  return message(text, [section(text)]);
}

function notesStep({ agendaLink }: TimedMeeting): Mrkdwn {
  return agendaLink === undefined
    ? md`2. Link the notes in the event’s description, so that others find them.`
    : md`2. See that ${link(agendaLink, 'the notes')} say who was there and what was decided.`;
}

function outcomeWords({ reported, hasVideo }: Aftermath): Mrkdwn {
  if (hasVideo) return md`*Recorded*: its video is in the playlist.`;
  if (!reported) return md`*What became of it?*`;
  const { outcome, reportedBy } = reported;
  switch (outcome) {
    case 'recorded':
      return md`*Recorded*, says ${reportedBy}.`;
    case 'not recorded':
      return md`*Not recorded*, says ${reportedBy}. No video is expected.`;
    case 'not held':
      return md`*Not held*, says ${reportedBy}. Nothing is expected.`;
  }
}

/** Whatever was answered, the other answers stay, since people press the wrong button. A video leaves no question. */
function outcomeButtons(
  { id }: Pick<TimedMeeting, 'id'>,
  { reported, hasVideo }: Aftermath,
): Block[] {
  if (hasVideo) return [];
  return actions(
    OUTCOMES.filter((outcome) => outcome !== reported?.outcome).map((outcome): types.Button => {
      const value = buttonValue({ meeting: id, outcome });
      const plain = button(
        LABELS[outcome],
        `${OUTCOME_ACTION}-${outcome.replace(' ', '-')}`,
        value,
      );
      return outcome === 'recorded' ? { ...plain, style: 'primary' } : plain;
    }),
  );
}

/** What someone hears after they pressed. */
export function outcomeThanks(outcome: MeetingOutcome): Message {
  const text = {
    recorded: md`Thank you. It is now among the recordings to upload.`,
    'not recorded': md`Thank you. No video is expected of it.`,
    'not held': md`Thank you. Nothing is expected of it.`,
  }[outcome];
  return message(text, [section(text)]);
}
