import type { Group } from '../group/schema.ts';
import type { Flow } from '../organizers/flow.ts';
import type { KeptMessage } from '../organizers/kept-messages.ts';
import { missingAt, type NudgeAfter } from './missing.ts';
import { missingMessage, replacedMessage } from './missing-message.ts';
import { nudgeAt } from './nudge.ts';
import type { Nudge, Nudges } from './ports.ts';
import type { RecordingBook } from './recording-book.ts';

// Of what is older, organizers are told when they ask.
const OLDEST = { days: 60 };
const KEEP = { days: 14 };

export interface MissingTools {
  readonly group: Pick<Group, 'zone'>;
  readonly channelId: string;
  readonly book: Pick<RecordingBook, 'state'>;
  readonly nudges: Nudges;
  readonly nudgeAfter: NudgeAfter;
  /** Action ID of a button that asks what its value says. */
  readonly askAction: string;
}

/** Tells organizers which videos are missing: in one message for all, and again after a week. */
export function missingFlow(tools: MissingTools): Flow {
  const { group, channelId, book, nudges, nudgeAfter, askAction } = tools;
  const destination = { kind: 'channel', channelId } as const;

  function kept({ number, at }: Nudge): Omit<KeptMessage, 'message' | 'ifAbsent'> {
    return { key: `recordings/missing/${number}`, destination, keepUntil: at.plus(KEEP) };
  }

  return {
    name: 'missing recordings',
    async wanted({ now }) {
      const state = book.state();
      // Nobody can say what is missing from a playlist that was never seen.
      if (state.playlists === undefined) return [];
      const since = now.minus(OLDEST);
      const missing = missingAt(state, now, nudgeAfter).filter(
        ({ recording }) => recording.meeting.end > since,
      );
      const last = await nudges.last();
      const current = nudgeAt(last, missing.length > 0, now);
      if (current === undefined) return [];
      if (current !== last) await nudges.add(current);
      const message = missingMessage(missing, group, askAction);
      const ifAbsent = missing.length > 0 ? 'post' : 'leave';
      const before = { number: current.number - 1, at: current.at };
      return [
        { ...kept(before), message: replacedMessage(), ifAbsent: 'leave' },
        { ...kept(current), message, ifAbsent },
      ];
    },
  };
}
