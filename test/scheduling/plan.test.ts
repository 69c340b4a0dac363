import { describe, expect, it } from 'vitest';
import { checkBlocks, VIEW_BLOCKS } from '../../sandbox/slack/block-kit.ts';
import { readModal } from '../../sandbox/slack/read-modal.ts';
import type { Meeting } from '../../src/calendar/meeting.ts';
import { calendarLink } from '../../src/scheduling/calendar-link.ts';
import { conflictsOf } from '../../src/scheduling/conflicts.ts';
import { findEvents } from '../../src/scheduling/find-event.ts';
import { formView } from '../../src/scheduling/form-view.ts';
import type { MeetingPlan } from '../../src/scheduling/plan.ts';
import type { ScheduledMeeting } from '../../src/scheduling/ports.ts';
import { reviewView } from '../../src/scheduling/review-view.ts';
import { timesOf } from '../../src/scheduling/times.ts';
import { at, group, meeting } from '../support/build.ts';

const facts = group();
const ROOM = facts.scheduling?.join ?? '';
const NOTES = 'https://docs.google.com/document/d/abc/edit';
const plan = (changes: Partial<MeetingPlan> = {}): MeetingPlan => ({
  title: 'Gateway deep dive',
  start: at('2026-12-09T10:00'),
  minutes: 60,
  repeats: 'once',
  notes: NOTES,
  host: { kind: 'open' },
  ...changes,
});
const adHoc = (start: string, changes = {}) =>
  meeting(start, { regular: false, title: 'Other', joinLink: ROOM, ...changes });

describe('the link to Google Calendar', () => {
  it('has all that the event needs', () => {
    const query = new URL(calendarLink(plan(), facts)).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      action: 'TEMPLATE',
      text: 'Gateway deep dive',
      dates: '20261209T180000Z/20261209T190000Z',
      ctz: 'America/Los_Angeles',
      location: ROOM,
      details: `Agenda and notes: ${NOTES}`,
      add: 'wg-serving@kubernetes.io,calendar@kubernetes.io',
      src: facts.calendar?.id,
    });
  });

  it('repeats if the meeting does', () => {
    const query = new URL(calendarLink(plan({ repeats: 'every other week' }), facts)).searchParams;
    expect(query.get('recur')).toBe('RRULE:FREQ=WEEKLY;INTERVAL=2');
  });
});

describe('conflicts', () => {
  it('are what overlaps, and tell a taken room apart', () => {
    const meetings = [
      adHoc('2026-12-09T09:30'),
      adHoc('2026-12-09T10:59', { joinLink: 'https://zoom.us/j/1' }),
      adHoc('2026-12-09T09:00'),
      adHoc('2026-12-09T11:00'),
      adHoc('2026-12-09T10:00', { status: 'cancelled' }),
    ];
    const found = conflictsOf(plan(), meetings, `${ROOM}&x=1`);
    expect(
      found.map(({ meeting: { start }, sameRoom }) => [start.toFormat('H:mm'), sameRoom]),
    ).toEqual([
      ['9:30', true],
      ['10:59', false],
    ]);
  });

  it('are looked for at every time of a meeting that repeats', () => {
    const meetings = [adHoc('2027-01-06T10:00'), adHoc('2027-01-13T10:00')];
    const found = conflictsOf(plan({ repeats: 'every other week' }), meetings, ROOM);
    expect(found.map(({ start }) => start.toISODate())).toEqual(['2027-01-06']);
  });
});

describe('times', () => {
  it('are the group’s and three others, each once', () => {
    const [first, ...more] = timesOf(
      plan({ start: at('2026-12-09T18:00', 'Europe/Berlin') }),
      facts.zone,
    );
    expect(first?.times).toEqual([
      { place: 'Los Angeles', time: 'Wed, Dec 9, 9:00 AM' },
      { place: 'Berlin', time: 'Wed, Dec 9, 6:00 PM' },
      { place: 'New York', time: 'Wed, Dec 9, 12:00 PM' },
      { place: 'Kolkata', time: 'Wed, Dec 9, 10:30 PM' },
    ]);
    expect(more).toEqual([]);
  });

  it('show what a meeting that repeats is a week after the next clock change', () => {
    const [, later] = timesOf(plan({ repeats: 'weekly' }), facts.zone);
    expect(later?.afterChangeIn).toBe('Los Angeles');
    expect(later?.times.slice(0, 3)).toEqual([
      { place: 'Los Angeles', time: 'Wed, Mar 24, 10:00 AM' },
      { place: 'New York', time: 'Wed, Mar 24, 1:00 PM' },
      // Berlin changes two weeks later than Los Angeles.
      { place: 'Berlin', time: 'Wed, Mar 24, 6:00 PM' },
    ]);
  });
});

describe('the views', () => {
  it('are what Slack accepts, with the longest content too', () => {
    const long = plan({ title: 'x'.repeat(150), notes: `https://hackmd.io/${'y'.repeat(480)}` });
    const entered = { title: '"<'.repeat(75), notes: long.notes ?? '', zone: 'Asia/Kolkata' };
    const many: Meeting[] = Array.from({ length: 40 }, (_, n) =>
      adHoc('2026-12-09T10:00', { id: `m${n}`, title: 'z'.repeat(500) }),
    );
    const facts_ = { group: facts, now: at('2026-11-27T09:00'), zone: facts.zone, canHost: true };
    const instants = [at('2027-11-07T01:30-07:00'), at('2027-11-07T01:30-08:00')];
    for (const view of [
      formView(facts_),
      formView(facts_, entered, instants, ['This date is in the past.']),
      reviewView(long, entered, facts, many),
      reviewView(plan({ notes: undefined }), {}, facts, undefined),
    ]) {
      expect(readModal(view)).toMatchObject({ ok: true });
      expect(checkBlocks(view.blocks, VIEW_BLOCKS)).toMatchObject({ ok: true });
    }
  });
});

describe('the event of a plan', () => {
  const scheduled = (id: string, changes: Partial<MeetingPlan> = {}): ScheduledMeeting => ({
    id,
    userId: 'U1',
    plan: plan(changes),
    meetingId: undefined,
    needsHost: false,
  });
  const idOf = (plans: ScheduledMeeting[], meetings: Meeting[]) =>
    Object.fromEntries(
      [...findEvents(plans, meetings, ROOM)].map(([id, { id: event }]) => [id, event]),
    );

  it('is at its time with its title, its notes or its room, or near it with its title', () => {
    const event = (start: string, changes = {}) =>
      adHoc(start, { id: 'e', joinLink: undefined, agendaLink: undefined, ...changes });
    const start = '2026-12-09T10:00';
    const one = [scheduled('p')];
    expect(idOf(one, [event(start, { title: 'gateway Deep Dive' })])).toEqual({ p: 'e' });
    expect(idOf(one, [event(start, { agendaLink: NOTES })])).toEqual({ p: 'e' });
    expect(idOf(one, [event(start, { joinLink: ROOM })])).toEqual({ p: 'e' });
    expect(idOf(one, [event('2026-12-11T10:00', { title: 'Gateway deep dive' })])).toEqual({
      p: 'e',
    });
    expect(idOf(one, [event(start)])).toEqual({});
    expect(idOf(one, [event('2026-12-11T10:00', { joinLink: ROOM })])).toEqual({});
    expect(idOf(one, [event('2026-12-19T10:00', { title: 'Gateway deep dive' })])).toEqual({});
    expect(idOf(one, [event(start, { title: 'Gateway deep dive', status: 'cancelled' })])).toEqual(
      {},
    );
    expect(idOf(one, [event(start, { title: 'Gateway deep dive', regular: true })])).toEqual({});
  });

  it('belongs to one plan, the one that is most like it', () => {
    const plans = [scheduled('a', { title: 'Something else' }), scheduled('b')];
    const event = adHoc('2026-12-09T10:00', { id: 'e', title: 'Gateway deep dive' });
    expect(idOf(plans, [event])).toEqual({ b: 'e' });
    expect(idOf([{ ...scheduled('c'), meetingId: 'e' }, ...plans], [event])).toEqual({});
  });
});
