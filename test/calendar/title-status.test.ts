import { describe, expect, it } from 'vitest';
import { titleStatus } from '../../src/calendar/title-status.ts';

const CANCELLED = [
  'CANCELED: WG Serving',
  'Cancelled: WG Serving',
  'Canceled: WG Serving',
  'Canceled event: WG Serving',
  'Cancelled - WG Serving',
  'CANCELLED – WG Serving',
  'CANCELED — WG Serving',
  'Cancelled | WG Serving',
  'CANCELED/WG Serving',
  'CANCELLED! WG Serving',
  'CANCELLED WG Serving',
  'CANCELED WG Serving',
  '*CANCELED* WG Serving',
  '**CANCELLED** WG Serving',
  '_cancelled_ WG Serving',
  '~~cancelled~~ WG Serving',
  '!!CANCELED!! WG Serving',
  '❌ Cancelled: WG Serving',
  '🚫 CANCELED - WG Serving',
  '[CANCELED] WG Serving',
  '[Cancelled] WG Serving',
  '(cancelled) WG Serving',
  '[CANCELLED FOR KUBECON] WG Serving',
  '(Canceled this week) WG Serving',
  '【取消】WG Serving',
  '{cancelled} WG Serving',
  'WG Serving (cancelled for KubeCon)',
  'WG Serving (CANCELED)',
  'WG Serving [cancelled]',
  'WG Serving [CANCELED due to holiday]',
  'WG Serving (cancelled - Thanksgiving)',
  'WG Serving (cancelled, see you next year)',
  'WG Serving (no meeting)',
  'WG Serving (no meeting this week)',
  'WG Serving (skipped)',
  'WG Serving *CANCELLED*',
  'WG Serving - CANCELED',
  'WG Serving - cancelled',
  'WG Serving – cancelled this week',
  'WG Serving | Cancelled',
  'WG Serving / CANCELED',
  'WG Serving: CANCELLED',
  'WG Serving: Cancelled',
  'WG Serving CANCELLED',
  'WG Serving meeting cancelled',
  'WG Serving meeting is cancelled',
  'WG Serving has been cancelled',
  'WG Serving is canceled this week',
  'WG Serving weekly: cancelled',
  'Weekly sync canceled for the holidays',
  'Updated: Canceled: WG Serving',
  'Re: Cancelled: WG Serving',
  'FW: Canceled: WG Serving',
  'Fwd: CANCELED: WG Serving',
  '[Fällt aus | cancelled] WG Serving',
  '[Abgesagt / Cancelled] WG Serving',
  'NO MEETING: WG Serving',
  'NO MEETING - WG Serving',
  'No meeting: Thanksgiving',
  'No meeting',
  'No meeting this week',
  'NO MEETING TODAY',
  'No WG Serving meeting this week',
  'No WG Serving call today',
  'No sync on Monday',
  'SKIPPED: WG Serving',
  'SKIPPED',
  'SKIP - WG Serving',
  'Skipping: WG Serving',
  'Called off: WG Serving',
  'Not happening: WG Serving',
  'WG Serving - not meeting this week',
  "WG Serving (won't happen)",
  'CANCELLED',
  'Cancelled for KubeCon',
  'Canceled due to US holiday: WG Serving',
  'Cancelled this week: WG Serving',
  'Abgesagt: WG Serving',
  'Fällt aus: WG Serving',
  'WG Serving (fällt aus)',
  'WG Serving entfällt - entfällt',
  'Entfällt: WG Serving',
  'Annulé : WG Serving',
  'Annulée: réunion WG Serving',
  'WG Serving (annulé)',
  'Cancelado: WG Serving',
  'Cancelada: reunión de WG Serving',
  'WG Serving (suspendida)',
  'CANCELADO - WG Serving',
  'Annullato: WG Serving',
  'Geannuleerd: WG Serving',
  'WG Serving (gaat niet door)',
  'Odwołane: WG Serving',
  'Отменено: WG Serving',
  'WG Serving (отменена)',
  'İptal: WG Serving'.replace('İ', 'I'),
  '已取消：WG Serving',
  '取消: WG Serving',
  'WG Serving（取消）',
  '【中止】WG Serving',
  'キャンセル: WG Serving',
  'WG Serving (休会)',
  '취소: WG Serving',
  '[취소됨] WG Serving',
  'रद्द: WG Serving',
];

const WITH_NAME_BESIDE_IT = [
  '[cancel] WG Serving',
  'WG Serving (off)',
  'OFF: WG Serving',
  'WG Serving (on hold)',
  'PAUSED: WG Serving',
  'Annulation : WG Serving',
  'Canceled event with note: WG Serving',
  '❌ Cancelled WG Serving',
  '🚫 CANCELED 🚫 WG Serving',
  'WG Serving: CANCELLED due to holiday',
  'WG Serving (US holiday - no meeting)',
  'WG Serving (cancelled; next Jan 6)',
  'WG Serving (cancelled: no quorum)',
];

const POSTPONED = [
  'POSTPONED: WG Serving',
  'Postponed - WG Serving',
  '[POSTPONED] WG Serving',
  'WG Serving (postponed)',
  'WG Serving (postponed until January)',
  'WG Serving - postponed',
  'WG Serving is postponed',
  'Verschoben: WG Serving',
  'Aplazada: WG Serving',
  'Reporté : WG Serving',
  'Adiado: WG Serving',
  '延期: WG Serving',
  'WG Serving（延期）',
];

const STANDING = [
  'WG Serving',
  'How we handle requests: cancelled',
  'How we handle requests: Cancelled',
  'Cancelled subscriptions discussion',
  'Canceled jobs and how to clean them up',
  'Cancellation policy review',
  'Request cancellation: design',
  'Cancellation tokens in Go',
  'Postponed tasks triage',
  'WG Serving (off-site)',
  '[off-cycle] WG Serving',
  'WG Serving (cancel culture)',
  'Suspended: a talk on hibernation',
  'Off topic: chat',
  'Skip list deep dive',
  'Skip-level with the chairs',
  'SKIP LIST deep dive',
  'No meeting notes template walk-through',
  'No more cancelled pods',
  'KEP-1234: cancelled pods',
  'What happens when a request is cancelled',
  'When a stream is canceled',
  'Why was my job canceled',
  'Design of cancelled requests',
  'Office hours for cancelled users',
  'Handling cancelled contexts in the gateway',
  'Reporting cancelled requests to metrics',
  'Not meeting SLOs: what to do',
  'No-code inference demo',
  'Nobody is a beginner',
  'Off-site planning',
  'Suspended workloads in Kueue',
  'Storage cancellation (part 2)',
  'Cancel culture in schedulers',
  'The cancelled context bug',
  'Discuss: cancelled requests',
  'Testing cancel/retry paths',
  'Notes: no call stack in traces',
  'Reporter onboarding',
  'Rapporté par la communauté',
];

describe('a title', () => {
  it.each(CANCELLED)('calls its meeting off: %s', (title) =>
    expect(titleStatus(title).status).toBe('cancelled'),
  );
  it.each(POSTPONED)('postpones its meeting: %s', (title) =>
    expect(titleStatus(title).status).toBe('postponed'),
  );
  it.each(STANDING)('does neither: %s', (title) => {
    expect(titleStatus(title)).toEqual({ status: undefined, name: title });
  });

  it.each([
    ['CANCELED: WG Serving', 'WG Serving'],
    ['Updated: Canceled: WG Serving', 'WG Serving'],
    ['WG Serving (cancelled for KubeCon)', 'WG Serving'],
    ['[Fällt aus | cancelled] WG Serving', 'WG Serving'],
    ['WG Serving - CANCELED', 'WG Serving'],
    ['WG Serving CANCELLED', 'WG Serving'],
    ['WG Serving (cancelled) weekly', 'WG Serving weekly'],
    ['CANCELLED', 'CANCELLED'],
    ['No meeting this week', 'No meeting this week'],
  ])('without those words: %s', (title, name) => expect(titleStatus(title).name).toBe(name));

  it.each(WITH_NAME_BESIDE_IT)('calls off the meeting it names: %s', (title) =>
    expect(titleStatus(title)).toEqual({ status: 'cancelled', name: 'WG Serving' }),
  );

  describe('without a separator', () => {
    const isName = (name: string) => name === 'WG Serving';

    it.each([
      'cancelled WG Serving',
      'No WG Serving this week',
      'Skipping WG Serving',
      'Cancellation of WG Serving',
      'WG Serving cancelled for KubeCon',
    ])('calls off a meeting that the calendar has: %s', (title) =>
      expect(titleStatus(title, isName)).toEqual({ status: 'cancelled', name: 'WG Serving' }),
    );
    it.each([
      'cancelled WG Batch',
      'No WG Batch this week',
      'Skipping WG Serving tests',
      'WG Serving',
    ])('says nothing of any other: %s', (title) =>
      expect(titleStatus(title, isName)).toEqual({ status: undefined, name: title }),
    );
  });

  it('that says only that nothing is on keeps its words', () => {
    expect(titleStatus('CANCELLED - no quorum').name).toBe('CANCELLED - no quorum');
  });

  it('of any length is read in no time', () => {
    const long = `${'(cancelled '.repeat(2_000)}${'- '.repeat(2_000)}`;
    expect(titleStatus(long.slice(0, 4_000))).toBeDefined();
  });
});
