import fc from 'fast-check';
import type { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { HeldMeeting } from '../../src/recordings/held-meetings.ts';
import { videoMatcher } from '../../src/recordings/match-video.ts';
import { recordingTitle } from '../../src/recordings/recording-title.ts';
import { at, PACIFIC } from '../support/build.ts';
import { FACTS, held, match, REGULAR, told } from './known-history.ts';

/** What is understood of a title, published at a moment. */
type Row = readonly [title: string, published: string, understood: string];

const AFTER_DEC9 = '2026-12-10T08:00';
const LATE = '2027-02-01T08:00';

const TITLES: readonly Row[] = [
  // By the template, and by the conventions of the community.
  ['[WG Serving] WG Serving Weekly Meeting 20261209', AFTER_DEC9, 'dec9'],
  ['[WG Serving] Weekly Meeting for 20261209', AFTER_DEC9, 'dec9'],
  ['[WG Serving] Weekly 2026-12-09', AFTER_DEC9, 'dec9'],
  ['WG Serving Meeting for 20261209', AFTER_DEC9, 'dec9'],
  ['[WG Serving] Biweekly Meeting for 20261209', AFTER_DEC9, 'dec9'],
  ['[WG Serving] Bi-Weekly Meeting for 20261209', AFTER_DEC9, 'dec9'],
  ['Kubernetes WG Serving 20261209', AFTER_DEC9, 'dec9'],
  ['Kubernetes WG Serving meeting 2026/12/09', AFTER_DEC9, 'dec9'],
  ['kubernetes wg-serving weekly sync 2026.12.09', AFTER_DEC9, 'dec9'],
  ['Kubernetes Working Group Serving 2026_12_09', AFTER_DEC9, 'dec9'],
  ['Serving WG community meeting - December 9, 2026', AFTER_DEC9, 'dec9'],
  ['WG Serving Weekly Meeting - Dec 9th, 2026', AFTER_DEC9, 'dec9'],
  ['WG Serving Weekly - 9 December 2026', AFTER_DEC9, 'dec9'],
  ['WG Serving 9th of December 2026', AFTER_DEC9, 'dec9'],
  ['2026-12-09 WG Serving', AFTER_DEC9, 'dec9'],
  ['2026-12-09', AFTER_DEC9, 'dec9'],
  ['20261209 weekly meeting recording', AFTER_DEC9, 'dec9'],
  ['WG Serving 09Dec2026', AFTER_DEC9, 'dec9'],
  ['WG Serving 2026-Dec-09', AFTER_DEC9, 'dec9'],
  ['WG Serving Weekly Meeting 2026年12月9日', AFTER_DEC9, 'dec9'],
  ['WG Serving weekly, Wed Dec 9', AFTER_DEC9, 'dec9'],
  ['WG Serving Weekly Dec. 9', AFTER_DEC9, 'dec9'],
  ['WG Serving 12/9', AFTER_DEC9, 'dec9'],
  ['WG Serving Weekly 12/09/2026', '2026-12-10T08:00', '? dec9'],
  ['WG Serving Weekly 10/28/2026', '2026-10-29T08:00', 'oct28'],
  ['WG Serving Weekly 28.10.2026', '2026-10-29T08:00', 'oct28'],
  ['WG Serving Weekly 10-14-26', '2026-10-15T08:00', 'oct14'],
  ['WG Serving Weekly 261014', '2026-10-15T08:00', 'oct14'],
  ['WG Serving Weekly 14102026', '2026-10-15T08:00', 'oct14'],
  ['WG SERVING WEEKLY MEETING – 2026-12-09 (Recording, 1080p)', AFTER_DEC9, 'dec9'],
  ['[WG Serving] Weekly Meeting 20261209 - llm-d and the inference gateway', AFTER_DEC9, '? dec9'],
  ['[WG Serving] Weekly Meeting 20261028 - benchmarks of vLLM', LATE, 'oct28'],
  // Zoom's own names have the moment.
  ['GMT20261209-170125_Recording_1920x1080', AFTER_DEC9, 'dec9'],
  ['GMT20261209-190233 Recording gallery 1920x1080', AFTER_DEC9, 'dec9-orchestration'],
  ['WG Serving GMT20261209-165512', AFTER_DEC9, 'dec9'],
  ['GMT20261209-120000_Recording', AFTER_DEC9, '-'],
  // Parts.
  ['[WG Serving] Weekly 2026-12-09 part 2', AFTER_DEC9, 'dec9 part 2'],
  ['[WG Serving] Weekly 2026-12-09 (1/2)', AFTER_DEC9, 'dec9 part 1'],
  ['WG Serving Weekly Meeting 20261209 Part II', AFTER_DEC9, 'dec9 part 2'],
  ['WG Serving 20261209 2 of 2', AFTER_DEC9, 'dec9 part 2'],
  // Workstreams, by any of their names.
  ['[WG Serving] Orchestration sync 20261209', AFTER_DEC9, 'dec9-orchestration'],
  ['[WG Serving] WG Serving: Autoscaling workstream 20261201', AFTER_DEC9, 'dec1-autoscaling'],
  ['WG Serving auto-scaling meeting, 1 Dec 2026', AFTER_DEC9, 'dec1-autoscaling'],
  ['WG Serving Autoscalling 2026-12-01', AFTER_DEC9, 'dec1-autoscaling'],
  ['[WG Serving] Multi-host 20261210', '2026-12-11T08:00', 'dec10-multihost'],
  ['Autoscaling 20261215', LATE, 'dec15-autoscaling'],
  ['[WG Serving] Autoscaling 20261201 - HPA and KEDA', AFTER_DEC9, 'dec1-autoscaling'],
  // A day off, over the date line.
  ['WG Serving APAC 2026-12-09', AFTER_DEC9, 'dec8-apac'],
  ['WG Serving APAC 2026-12-08', AFTER_DEC9, 'dec8-apac'],
  ['WG Serving weekly 2026-11-12', '2026-11-12T18:00', 'nov11'],
  ['WG Serving weekly 2026-11-10', '2026-11-12T18:00', '-'],
  ['WG Serving release standup 2026-12-22', LATE, '? dec21-daily dec22-daily'],
  ['[WG Serving] WG Serving release standup 20261222', LATE, 'dec22-daily'],
  // Two meetings of one name on a day.
  ['[WG Serving] Office Hours 20261217', LATE, '? dec17-morning dec17-evening'],
  ['[WG Serving] WG Serving Office Hours 20261217', LATE, '? dec17-morning dec17-evening'],
  ['[WG Serving] Office Hours 20261217 8:00 AM PT', LATE, 'dec17-morning'],
  ['[WG Serving] Office Hours 2026-12-17 4:00 PM', LATE, '? dec17-morning dec17-evening'],
  ['[WG Serving] Office Hours 2026-12-17 00:00 UTC', LATE, '-'],
  // With another group.
  ['WG Serving and SIG Node joint meeting 20261203', AFTER_DEC9, 'dec3-joint'],
  ['SIG Node and WG Serving 2026-12-03', AFTER_DEC9, 'dec3-joint'],
  // Other groups' videos.
  ['Kubernetes SIG Node 20261209', AFTER_DEC9, '-'],
  ['[SIG Node] Weekly Meeting for 20261209', AFTER_DEC9, '-'],
  ['[WG Batch] Biweekly Meeting for 20261209', AFTER_DEC9, '-'],
  ['SIG Apps bi-weekly meeting 2026-12-09', AFTER_DEC9, '-'],
  ['Kubernetes SIG Node CI 20261209', AFTER_DEC9, '-'],
  ['WG Device Management: DRA 20261209', AFTER_DEC9, '-'],
  // Days on which the calendar knows no such meeting.
  ['[WG Serving] Weekly 2026-11-25', LATE, '-'],
  ['[WG Serving] Weekly 20261202', LATE, '-'],
  ['[WG Serving] Weekly 2026-12-01', LATE, '-'],
  ['[WG Serving] Autoscaling 20261209', LATE, '-'],
  ['[WG Serving] DRA 20261209', LATE, '-'],
  ['[WG Serving] Weekly Meeting: autoscaling 20261209', LATE, '? dec9'],
  ['WG Serving 2026-12-01', LATE, '? dec1-autoscaling'],
  ['[WG Serving] Weekly 20251210', LATE, '-'],
  ['[WG Serving] Weekly 20261409', LATE, '-'],
  // Published before the meeting.
  ['[WG Serving] Weekly 2026-12-09', '2026-12-08T09:00', '-'],
  ['[WG Serving] WG Serving Weekly Meeting 20270106', AFTER_DEC9, '-'],
  // The weekday contradicts the date.
  ['WG Serving weekly, Tuesday, Dec 9, 2026', AFTER_DEC9, '-'],
  // Without a date it may be an older one that was uploaded late.
  ['[WG Serving] Weekly Meeting', '2026-11-12T08:00', '? nov11'],
  ['[WG Serving] Autoscaling workstream', '2026-12-16T08:00', '? dec15-autoscaling'],
  ['zoom_0', AFTER_DEC9, '-'],
  ['WG Serving intro and deep dive', AFTER_DEC9, '-'],
  ['Untitled', AFTER_DEC9, '-'],
  // Talks on the same day.
  ['KubeCon NA: WG Serving weekly report 2026-12-09', AFTER_DEC9, '-'],
  ['[WG Serving] LLM benchmarking deep dive 20261209', AFTER_DEC9, '-'],
  ['Scaling inference to a thousand GPUs - 20261201', AFTER_DEC9, '-'],
  // What YouTube shows instead of a title.
  ['Private video', AFTER_DEC9, '-'],
  ['Deleted video', AFTER_DEC9, '-'],
  ['', AFTER_DEC9, '-'],
];

describe('the titles of videos', () => {
  it.each(TITLES)('%s, published %s', (title, published, understood) => {
    const publishedAt = at(published);
    expect(told(match({ id: 'v', title, publishedAt }))).toBe(understood);
  });

  it('are many', () => expect(new Set(TITLES.map(([title]) => title)).size).toBeGreaterThan(75));
});

const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Ways of writing a date that leave no doubt. */
const CLEAR_FORMS: readonly ((day: DateTime<true>) => string)[] = [
  (day) => day.toFormat('yyyyMMdd'),
  (day) => day.toFormat('yyyy-MM-dd'),
  (day) => day.toFormat('yyyy/M/d'),
  (day) => `${MONTH_NAMES[day.month - 1]} ${day.day}, ${day.year}`,
  (day) => `${day.day} ${MONTH_NAMES[day.month - 1]?.slice(0, 3)} ${day.year}`,
];
/** And ways that have a doubt. */
const FORMS = [
  ...CLEAR_FORMS,
  (day: DateTime<true>) => day.toFormat('MM/dd/yyyy'),
  (day: DateTime<true>) => day.toFormat('dd.MM.yyyy'),
  (day: DateTime<true>) => day.toFormat('yyMMdd'),
  (day: DateTime<true>) => day.toFormat('M/d'),
  (day: DateTime<true>) => `${MONTH_NAMES[day.month - 1]} ${day.day}`,
];
const SHAPES: readonly ((name: string, date: string) => string)[] = [
  (name, date) => `[WG Serving] ${name} ${date}`,
  (name, date) => `WG Serving ${name} for ${date}`,
  (name, date) => `${date} WG Serving ${name} recording`,
  (name, date) => `Kubernetes WG Serving ${name} (${date}) part 2`,
  (name, date) => `[WG Serving] ${name} ${date} - demo of llm-d`,
];
const SERIES = [
  'Weekly Meeting',
  'Autoscaling',
  'Orchestration sync',
  'MultiNode',
  'APAC',
  'Office Hours',
];

/** A known history, one of its meetings, and what its series is called. */
interface Shown {
  readonly known: readonly HeldMeeting[];
  readonly shown: HeldMeeting;
  readonly series: string;
}

const someMeeting = fc.record({
  series: fc.constantFrom(...SERIES),
  day: fc.integer({ min: 0, max: 120 }),
  hour: fc.constantFrom(1, 8, 9, 16, 18, 23),
  zone: fc.constantFrom(PACIFIC, 'Europe/Berlin', 'Asia/Shanghai', 'UTC'),
});

const shownMeeting: fc.Arbitrary<Shown> = fc
  .tuple(
    fc.uniqueArray(someMeeting, {
      minLength: 1,
      maxLength: 25,
      selector: ({ series, day }) => `${series} ${day}`,
    }),
    fc.nat(),
  )
  .map(([meetings, pick]) => {
    const known = meetings.map(({ series, day, hour, zone }, index) => {
      const start = at('2026-09-15T00:00', zone).plus({ days: day }).set({ hour });
      const end = start.plus({ hours: 1 });
      const title = `WG Serving ${series}`;
      return { id: `m${index}`, title, start, end, regular: series === 'Weekly Meeting' };
    });
    const index = pick % meetings.length;
    const shown = known[index] ?? held('m', '2026-09-15T00:00', REGULAR);
    return { known, shown, series: meetings[index]?.series ?? 'Weekly Meeting' };
  });

const KNOWN_SINCE = at('2026-09-14T00:00');

describe('a video of one of many meetings', () => {
  it('is never taken for another one', () => {
    let matches = 0;
    fc.assert(
      fc.property(
        shownMeeting,
        fc.constantFrom(...FORMS),
        fc.constantFrom(...SHAPES),
        fc.integer({ min: 0, max: 40 }),
        ({ known, shown, series }, form, shape, daysLate) => {
          const title = shape(series, form(shown.start));
          const publishedAt = shown.end.plus({ days: daysLate });
          const facts = { ...FACTS, held: known, knownSince: KNOWN_SINCE };
          const result = videoMatcher(facts)({ id: 'v', title, publishedAt });
          if (result.kind !== 'matched') return;
          matches += 1;
          expect(result.meetingId, title).toBe(shown.id);
        },
      ),
      { numRuns: 600 },
    );
    // It has to be found most of the time, or the test shows nothing.
    expect(matches).toBeGreaterThan(300);
  });

  it('is found by the title that the bot proposes, unless a namesake met on that day', () => {
    fc.assert(
      fc.property(shownMeeting, ({ known, shown }) => {
        const isNamesake = ({ title, start }: HeldMeeting) =>
          title === shown.title && start.toISODate() === shown.start.toISODate();
        const title = recordingTitle(FACTS.titleTemplate, shown);
        const facts = { ...FACTS, held: known };
        const result = videoMatcher(facts)({ id: 'v', title, publishedAt: undefined });
        const alone = known.filter(isNamesake).length === 1;
        expect(told(result)).toBe(alone ? shown.id : expect.stringContaining('?'));
      }),
      { numRuns: 200 },
    );
  });

  it('whose meeting the calendar does not have is not taken for one that it has', () => {
    let asked = 0;
    fc.assert(
      fc.property(
        shownMeeting,
        fc.constantFrom(...CLEAR_FORMS),
        fc.constantFrom(...SHAPES),
        ({ known, shown, series }, form, shape) => {
          const others = known.filter((one) => one !== shown);
          const isNeighbour = ({ title, start }: HeldMeeting) =>
            title === shown.title && Math.abs(start.diff(shown.start, 'hours').hours) < 60;
          // Nobody could tell these apart.
          if (others.some(isNeighbour)) return;
          asked += 1;
          const title = shape(series, form(shown.start));
          const publishedAt = shown.end.plus({ days: 1 });
          const facts = { ...FACTS, held: others, knownSince: KNOWN_SINCE };
          expect(videoMatcher(facts)({ id: 'v', title, publishedAt }).kind, title).not.toBe(
            'matched',
          );
        },
      ),
      { numRuns: 600 },
    );
    expect(asked).toBeGreaterThan(300);
  });

  it('is not recognized by a title that means nothing, however hostile', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (title) => {
        expect(match({ id: 'v', title, publishedAt: at(LATE) }).kind).not.toBe('matched');
      }),
    );
  });
});
