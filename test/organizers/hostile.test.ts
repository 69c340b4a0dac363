import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkBlocks, MESSAGE_BLOCKS } from '../../sandbox/slack/block-kit.ts';
import { digestMessage } from '../../src/digest/digest-message.ts';
import {
  endCard,
  nextDayCard,
  startCard,
  voidCard,
} from '../../src/meeting-cards/card-messages.ts';
import type { Message } from '../../src/messages/message.ts';
import { OUTCOMES } from '../../src/organizers/outcome.ts';
import type { PreflightFinding } from '../../src/preflight/findings.ts';
import {
  begunMessage,
  calledOffMessage,
  meetingMessage,
} from '../../src/preflight/meeting-message.ts';
import { checklistMessage } from '../../src/scheduling/checklist-message.ts';
import { hostRequestMessage } from '../../src/scheduling/host-request-message.ts';
import type { ScheduledMeeting } from '../../src/scheduling/ports.ts';
import { at, group, meeting } from '../support/build.ts';

const facts = group();
const text = fc.oneof(
  fc.string({ maxLength: 400 }),
  fc.constantFrom(
    '<!channel>',
    '<@U0MEMBER>',
    '*bold*',
    '`code`',
    '<https://evil|x>',
    'x'.repeat(3000),
  ),
);

function messagesFor(title: string, host: string): (Message | undefined)[] {
  const one = meeting('2026-12-09T10:00', { title, host, regular: false });
  const reported = OUTCOMES.map((outcome) => ({
    meetingId: one.id,
    outcome,
    reportedBy: host,
    start: one.start,
  }));
  const findings: PreflightFinding[] = [{ kind: 'room taken', by: one }, { kind: 'no notes' }];
  const plan = {
    title,
    start: at('2026-12-09T10:00'),
    minutes: 60,
    repeats: 'once',
    notes: undefined,
    host: { kind: 'open' },
  } as const;
  const scheduled: ScheduledMeeting = {
    id: 'p',
    userId: 'U0MEMBER',
    plan,
    meetingId: undefined,
    needsHost: false,
  };
  const inCalendar = { kind: 'in the calendar', meeting: one, findings } as const;
  return [
    meetingMessage(one, findings, facts),
    begunMessage(one, facts),
    calledOffMessage(one, facts),
    startCard(one, facts),
    voidCard(one),
    ...[undefined, ...reported]
      .flatMap((said) => [true, false].map((hasVideo) => ({ reported: said, hasVideo })))
      .flatMap((aftermath) => [endCard(one, aftermath, facts), nextDayCard(one, aftermath, facts)]),
    digestMessage({ meetings: Array(40).fill({ meeting: one, missing: 2 }), parts: [] }, facts),
    checklistMessage(scheduled, { kind: 'not in the calendar' }, facts),
    checklistMessage(scheduled, { kind: 'missed' }, facts),
    checklistMessage(scheduled, inCalendar, facts),
    checklistMessage(scheduled, { kind: 'cancelled', meeting: one }, facts),
    hostRequestMessage(one, true, 'U0ORGANIZER', facts),
  ];
}

it('whatever a meeting and its host are called, messages are valid and notify nobody by it', () => {
  fc.assert(
    fc.property(text, text, (title, host) => {
      for (const message of messagesFor(title, host)) {
        const blocks = message?.blocks ?? [];
        expect(checkBlocks(blocks, MESSAGE_BLOCKS)).toMatchObject({ ok: true });
        const words = JSON.stringify([message?.text, blocks]);
        expect(words).not.toMatch(/<!(?:channel|here|everyone)|<@U0MEMBER>|<https:\/\/evil/);
      }
    }),
    { numRuns: 60 },
  );
});
