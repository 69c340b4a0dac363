import type { types } from '@slack/bolt';
import type { DateTime } from 'luxon';
import { z } from 'zod';
import { isTimed, type Meeting, stands, type TimedMeeting } from '../calendar/meeting.ts';
import { context, plain, section } from '../messages/blocks.ts';
import { jsonText } from '../messages/button-value.ts';
import { mistakeMessage } from '../messages/mistake.ts';
import { readingModal } from '../messages/modal.ts';
import { link, md } from '../messages/mrkdwn.ts';
import { inZone } from '../messages/time.ts';
import { cleanLine, ellipsize } from '../text/plain.ts';
import type { Proposal } from './proposal.ts';

/** Callback ID of the shortcut, in the app's manifest, and of its modal. */
export const PROPOSE = 'propose-for-agenda';

export const TITLE_INPUT = 'title';
export const MEETING_INPUT = 'meeting';
const MAX_TITLE = 150;
const MAX_CHOICES = 8;
const MAX_OPEN_EACH = 5;
const MAX_OPTION = 75;
const MAX_MODAL_TITLE = 24;

/** The message that a topic is about. */
export interface AboutMessage {
  readonly channel: string;
  readonly ts: string;
  /** Whether everyone can open it. */
  readonly isPublic: boolean;
}

const aboutMessage = jsonText.pipe(
  z.object({
    channel: z.string().regex(/^[CDG][A-Z0-9]+$/u),
    ts: z.string().regex(/^\d+\.\d+$/u),
    isPublic: z.boolean(),
  }),
);

/** Reads what a modal kept about its message. Fails if someone else made it. */
export function readAbout(metadata: string): AboutMessage {
  return aboutMessage.parse(metadata);
}

/** The meetings that a topic can be proposed for. */
export function meetingsToChoose(
  meetings: readonly Meeting[],
  now: DateTime<true>,
): readonly TimedMeeting[] {
  return meetings
    .filter(isTimed)
    .filter((meeting) => stands(meeting) && meeting.start > now)
    .toSorted((a, b) => a.start.toMillis() - b.start.toMillis())
    .slice(0, MAX_CHOICES);
}

/** The form in which someone names the topic, or what keeps them from it. */
export function proposeForm(
  about: AboutMessage,
  permalink: string,
  meetings: readonly TimedMeeting[],
  zone: string,
): types.ModalView {
  const [first] = meetings;
  if (first === undefined) {
    const sentence = 'The calendar has no meeting ahead, so there is no agenda to propose it for.';
    return readingModal('Propose a topic', mistakeMessage(sentence)).view;
  }
  const options = meetings.map((meeting) => ({
    text: plain(`${inZone(meeting.start, zone)}: ${meeting.title}`, MAX_OPTION),
    value: choiceOf(meeting),
  }));
  const initial = options[meetings.findIndex(({ regular }) => regular)] ?? options[0];
  return {
    type: 'modal',
    callback_id: PROPOSE,
    private_metadata: JSON.stringify(about),
    title: plain('Propose a topic', MAX_MODAL_TITLE),
    submit: plain('Propose', MAX_MODAL_TITLE),
    close: plain('Cancel', MAX_MODAL_TITLE),
    blocks: [
      section(
        about.isPublic
          ? md`${link(permalink, 'The message')} is linked beside the topic.`
          : md`The message is not in a public channel, so it is not linked: name the topic so that everyone understands it.`,
      ),
      {
        type: 'input',
        block_id: TITLE_INPUT,
        label: plain('Topic', MAX_TITLE),
        element: { type: 'plain_text_input', action_id: TITLE_INPUT, max_length: MAX_TITLE },
      },
      {
        type: 'input',
        block_id: MEETING_INPUT,
        label: plain('Meeting', MAX_TITLE),
        element: {
          type: 'static_select',
          action_id: MEETING_INPUT,
          options,
          ...(initial && { initial_option: initial }),
        },
      },
      context(md`I keep this topic and the link until the meeting is over, and never the message.`),
    ],
  };
}

/** An ID may be longer than the value of an option; time and title tell meetings apart. */
function choiceOf({ title, start }: TimedMeeting): string {
  return ellipsize(`${start.toMillis()} ${cleanLine(title)}`, MAX_OPTION);
}

/** What someone entered: the proposal, or what is wrong by the input's ID. */
export type ReadProposal =
  | { readonly kind: 'proposal'; readonly proposal: Proposal; readonly meeting: TimedMeeting }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> };

export interface EnteredProposal {
  /** The same for all submissions of one form. */
  readonly id: string;
  readonly userId: string;
  readonly title: string;
  readonly choice: string;
  readonly permalink: string | undefined;
}

/** Checks what someone entered against the calendar and what they have proposed before. */
export function readProposal(
  { id, userId, title: typed, choice, permalink }: EnteredProposal,
  meetings: readonly Meeting[],
  proposals: readonly Proposal[],
  now: DateTime<true>,
): ReadProposal {
  const title = cleanLine(typed);
  if (title === '') return wrong(TITLE_INPUT, 'Name the topic in a few words.');
  if (title.length > MAX_TITLE) {
    return wrong(TITLE_INPUT, `Name it in at most ${MAX_TITLE} characters.`);
  }
  const meeting = meetingsToChoose(meetings, now).find((one) => choiceOf(one) === choice);
  if (meeting === undefined) {
    return wrong(
      MEETING_INPUT,
      'This meeting has begun, was moved or was cancelled. Choose again.',
    );
  }
  const mine = proposals.filter((one) => one.proposedBy === userId && !one.done && one.id !== id);
  if (mine.filter(({ meetingId }) => meetingId === meeting.id).length >= MAX_OPEN_EACH) {
    return wrong(
      TITLE_INPUT,
      `You have proposed ${MAX_OPEN_EACH} topics for this meeting already.`,
    );
  }
  const facts = { id, title, link: permalink, proposedBy: userId, done: false };
  const proposal = { ...facts, meetingId: meeting.id, meetingStart: meeting.start };
  return { kind: 'proposal', proposal, meeting };
}

function wrong(input: string, sentence: string): ReadProposal {
  return { kind: 'errors', errors: { [input]: sentence } };
}
