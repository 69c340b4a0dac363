import { words } from '../text/similarity.ts';

/** What stands under a label within a meeting's section. */
export type LabelKind = 'agenda' | 'notes' | 'other';

const LABELS: Readonly<Record<LabelKind, readonly string[]>> = {
  agenda:
    phrases(`agenda, agendas, proposed agenda, meeting agenda, open agenda, agenda item, agenda items, agenda notes, agenda and notes,
    topic, topics, discussion topic, discussion topics, meeting topics, new topics, proposed topics, open topics, topics of discussion, topics for discussion,
    topics to discuss, items, items to discuss, discussion items, for discussion, to discuss, on the agenda, proposals, today`),
  notes: phrases(
    'note, notes, meeting notes, minutes, discussion, discussions, discussion notes, notes and discussion',
  ),
  other:
    phrases(`attendee, attendees, attending, attendance, steering attendees, community attendees, participant, participants, present, in attendance, people, regrets,
    absent, host, hosts, hosted by, moderator, moderators, facilitator, facilitators, chair, chairs, organizer, organizers, lead, leads, note taker, note takers,
    notetaker, notetakers, notetaker s, notes by, note taking, scribe, scribes, who is here, roll call, rollcall, sign in, name, names, action item, action items, action, actions,
    ai, ais, todo, todos, to do, to dos, follow up, follow ups, followups, next steps, decision, decisions, vote, votes, recording, recordings, video, meeting recording, slides, link,
    links, references, resources, zoom, zoom link, join, meeting link, chat, zoom chat, transcript, host key, hostkey, passcode, zoom passcode, meeting passcode, password, pin, meeting id, time, when, where, date, dial in, parking lot, backlog, next meeting,
    for next time, future topics, upcoming`),
};

const KINDS = new Map(
  (['agenda', 'notes', 'other'] as const).flatMap((kind) =>
    LABELS[kind].map((phrase) => [phrase, kind] as const),
  ),
);

/** A label, and what stands beside it on the same line. */
export interface Label {
  readonly kind: LabelKind;
  readonly beside: string;
}

/** Reads a line such as `Attendees: Yuan, Jiaxin` or `Agenda`; undefined if it is no label. */
export function labelIn(text: string): Label | undefined {
  const whole = kindOf(text);
  if (whole !== undefined) return { kind: whole, beside: '' };
  const [, before = '', beside = ''] = /^([^:：]{2,60})[:：]\s*(.+)$/u.exec(text) ?? [];
  const kind = kindOf(before);
  return kind === undefined ? undefined : { kind, beside };
}

function kindOf(text: string): LabelKind | undefined {
  // As in `Attendees (add your name)`.
  const bare = text.slice(0, 100).replace(/\([^()]*\)/gu, ' ');
  return KINDS.get(words(bare).join(' '));
}

// What is said in every meeting.
const STANDING = new Set(
  phrases(`welcome, intro, intros, introduction, introductions, new members, new contributors, new contributor, new faces, roll call, check in, code of conduct, code of conduct reminder, coc, coc reminder,
    open mic, open floor, open discussion, open forum, q a, any other business, aob, open questions, questions, recurring business, announcement, announcements, wrap up,
    closing, housekeeping, reminder, reminders, note taker, volunteer for notes, standing items, review of previous action items, review previous action items,
    review action items, review agenda, agenda review, start recording, start the recording, recording, this meeting is recorded, this meeting is being recorded,
    meeting is recorded, host, everyone, all, new, discussion`),
);

// What a template holds for someone to write over.
const PLACEHOLDERS = new Set(
  phrases(`topic, topics, item, agenda item, question, name, your name, your topic, your topic here, your name here, name topic, topic name, owner topic, topic owner,
    name of topic, title, presenter, tbd, tba, n a, na, none, none yet, nothing, nothing yet, no topics, no topics yet, no items, no agenda, no agenda yet, empty, etc, x, xx, xxx,
    lorem ipsum, insert topic, agenda, topic one, topic two, topic a, topic b, description`),
);
const INVITATION =
  /^(?:please |feel free to )?(?:add|put|insert|write|list|enter)\b.{0,40}\b(?:here|below|your (?:own )?\w+|topics?|items?|agenda|names?)$|\byour (?:name|topic|item|agenda)\b|^name and topic\b/u;
const TIME_ONLY =
  /^(?:\d{1,4}(?:am|pm|a|p)?|am|pm|a|p|noon|to|in|at|utc|gmt|pt|pst|pdt|et|est|edt|cet|cest|ist|pacific|eastern|central|european|us|time|standard|daylight|minutes|min|mins|hour|h)$/u;

/** Whether a line says nothing of its own: a template's, or what every meeting begins and ends with. */
export function saysNothing(text: string): boolean {
  const all = words(text);
  const said = all.join(' ');
  if (said === '' || INVITATION.test(said) || all.every((word) => TIME_ONLY.test(word)))
    return true;
  const unnumbered = said.replace(/(?: ?\b\d+)+$/u, '');
  if (PLACEHOLDERS.has(said) || PLACEHOLDERS.has(unnumbered)) return true;
  // As in `Welcome and introductions [host] (5 min)`.
  const parts = text
    .replace(/[([][^)\]]{0,30}[)\]]/gu, ' ')
    .split(/[,/&+|;:–—-]| and /iu)
    .map((part) => words(part).join(' '))
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => STANDING.has(part));
}

function phrases(list: string): string[] {
  return list.split(',').map((phrase) => phrase.trim().replace(/\s+/gu, ' '));
}
