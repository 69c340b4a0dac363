import type { Meeting } from '../calendar/meeting.ts';
import { withoutDrafts } from '../calendar/meeting-list.ts';
import type { Block } from '../messages/message.ts';
import type { KeptAnswers, Meaning, Reply } from './command.ts';
import { keptValues, stampReader } from './kept.ts';

// Far more than people ask within a minute, and little memory: an answer takes some 10 KB.
const MAX_KEPT = 200;

export function keptAnswers(): KeptAnswers {
  const stampOf = stampReader();
  const meanings = keptValues<Meaning>(MAX_KEPT, stampOf);
  const replies = keptValues<Reply>(MAX_KEPT, stampOf);
  const parts = keptValues<readonly Block[]>(MAX_KEPT, stampOf);
  let told: { of: readonly Meeting[]; meetings: readonly Meeting[] } | undefined;
  return {
    understood: (text, facts, understand) => meanings.get(text, facts, understand),
    reply: (invocation, facts) =>
      replies.get(invocation.subject, facts, () => invocation.run(facts)),
    blocks: (name, facts, make) => parts.get(name, facts, make),
    withoutDrafts(of, announced) {
      const meetings = withoutDrafts(of, announced);
      const isSame =
        told?.of === of &&
        told.meetings.length === meetings.length &&
        meetings.every((one, at) => one === told?.meetings[at]);
      if (!told || !isSame) told = { of, meetings };
      return told.meetings;
    },
  };
}
