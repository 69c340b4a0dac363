import type { DateTime } from 'luxon';
import {
  keyStamp,
  type Meeting,
  runsLong,
  stands,
  type TimedMeeting,
} from '../calendar/meeting.ts';
import { timelineOf } from '../calendar/timeline.ts';
import { nextTurn } from '../concurrency/turns.ts';
import type { Group } from '../group/schema.ts';
import type { HostClaim, HostClaims } from '../hosting/ports.ts';
import type { Flow } from '../organizers/flow.ts';
import type { KeptMessage } from '../organizers/kept-messages.ts';
import type { MeetingOutcomes } from '../organizers/ports.ts';
import { type Aftermath, endCard, nextDayCard, startCard, voidCard } from './card-messages.ts';

// After a pause, an end card is still worth posting for a while.
const END_CARD_FOR = { hours: 6 };
// When silence is asked about, and until when it still makes sense to.
const ASK_AFTER = { hours: 22 };
const ASK_FOR = { days: 2 };
const KEEP = { days: 7 };

export interface CardTools {
  readonly group: Group;
  readonly channelId: string;
  readonly outcomes: Pick<MeetingOutcomes, 'since'>;
  readonly claims: Pick<HostClaims, 'all'>;
  /** Whether a meeting's video is known to be in the playlist. */
  hasVideo(meetingId: string): boolean;
  /** Whether a message of this key was posted. */
  isPosted(key: string): Promise<boolean>;
}

/** What one meeting's cards are made from. */
interface CardFacts {
  readonly now: DateTime<true>;
  readonly aftermath: Aftermath;
  readonly claim: HostClaim | undefined;
  /** The channel has had a card about it. */
  readonly wasCarded: boolean;
}

/**
 * Cards while a meeting takes place: one at its start that becomes the one at its end, in the organizers'
 * channel; both as messages of their own to its host; and a question the next day if nobody answered and
 * no video shows that it was recorded.
 */
export function cardsFlow(tools: CardTools): Flow {
  const { outcomes, claims, hasVideo, isPosted } = tools;
  return {
    name: 'meeting cards',
    async wanted({ now, snapshot }) {
      const recent = carded(snapshot.meetings, now);
      if (recent.length === 0) return [];
      const [reported, held] = await Promise.all([outcomes.since(now.minus(KEEP)), claims.all()]);
      const wanted: KeptMessage[] = [];
      for (const meeting of recent) {
        const facts = {
          now,
          aftermath: { reported: reported.get(meeting.id), hasVideo: hasVideo(meeting.id) },
          claim: held.find(({ meetingId }) => meetingId === meeting.id),
          wasCarded: await isPosted(cardKey(meeting)),
        };
        wanted.push(...cardsFor(meeting, tools, facts));
        await nextTurn();
      }
      return wanted;
    },
  };
}

/** A meeting that is moved after it began has new cards. */
function cardKey({ id, start }: TimedMeeting): string {
  return `card/${id}/${keyStamp(start)}`;
}

/** Meetings that have begun, and began not long ago. */
function carded(meetings: readonly Meeting[], now: DateTime<true>): TimedMeeting[] {
  const since = now.minus(KEEP);
  return timelineOf(meetings)
    .on(since.toMillis(), now.toMillis() + 1)
    .filter((meeting) => !runsLong(meeting));
}

function cardsFor(
  meeting: TimedMeeting,
  { group, channelId }: CardTools,
  { now, aftermath, claim, wasCarded }: CardFacts,
): KeptMessage[] {
  const { end } = meeting;
  const key = cardKey(meeting);
  const channel = { kind: 'channel', channelId } as const;
  const kept = { destination: channel, keepUntil: end.plus(KEEP) };
  if (!stands(meeting)) {
    return [{ ...kept, key, message: voidCard(meeting), ifAbsent: 'leave' }];
  }
  const isOver = now >= end;
  const card: KeptMessage = {
    ...kept,
    key,
    message: isOver ? endCard(meeting, aftermath, group) : startCard(meeting, group),
    ifAbsent: now < end.plus(END_CARD_FOR) ? 'post' : 'leave',
  };
  const isKnown = aftermath.hasVideo || aftermath.reported !== undefined;
  const isAsked = wasCarded && !isKnown && now >= end.plus(ASK_AFTER) && now < end.plus(ASK_FOR);
  const question: KeptMessage = {
    ...kept,
    key: `${key}/next-day`,
    message: nextDayCard(meeting, aftermath, group),
    ifAbsent: isAsked ? 'post' : 'leave',
  };
  const host = claim ? hostCards(meeting, group, aftermath, claim, now) : [];
  return [card, ...(isOver ? [question] : []), ...host];
}

/** To the host, each card is a message of its own, since an edit notifies nobody. */
function hostCards(
  meeting: TimedMeeting,
  group: Group,
  aftermath: Aftermath,
  { userId }: HostClaim,
  now: DateTime<true>,
): KeptMessage[] {
  const kept = {
    destination: { kind: 'person', userId },
    keepUntil: meeting.end.plus(END_CARD_FOR),
    ifAbsent: 'post',
  } as const;
  const key = cardKey(meeting);
  if (now < meeting.end)
    return [{ ...kept, key: `${key}/host`, message: startCard(meeting, group) }];
  return [{ ...kept, key: `${key}/host-end`, message: endCard(meeting, aftermath, group) }];
}
