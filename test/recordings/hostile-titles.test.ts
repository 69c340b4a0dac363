import { describe, expect, it } from 'vitest';
import { at } from '../support/build.ts';
import { match, told } from './known-history.ts';

const AFTER_DEC9 = '2026-12-10T08:00';
const LATE = '2027-02-01T08:00';

/** A title, when it was published, and the one meeting that it may be matched with, if any. */
type Row = readonly [title: string, published: string, only?: string];

/** Titles that look like a recording's, written before the matcher was read. */
const HOSTILE: readonly Row[] = [
  // Two days, of which at most one is the meeting's.
  ['WG Serving Weekly 2026-12-02 to 2026-12-09', AFTER_DEC9],
  ['[WG Serving] Weekly 20261209 (re-upload of 20261111)', AFTER_DEC9],
  ['WG Serving Weekly for 20261202 (recorded 20261209)', AFTER_DEC9],
  ['WG Serving Weekly moved from 2026-12-02 to 2026-12-09', AFTER_DEC9],
  ['WG Serving retrospective of the 2026-10-28 weekly, 2026-12-09', AFTER_DEC9],
  ['WG Serving Weekly Oct 28 – Nov 11 2026', LATE],
  ['WG Serving Weekly 2026-12-09 - Wednesday, December 16', LATE],
  ['WG Serving weekly, December 9 and 10, 2026', AFTER_DEC9],
  // What is no recording of the whole meeting, or of no meeting.
  ['Best of WG Serving 2026: 20261209 highlights', AFTER_DEC9],
  ['WG Serving Weekly 2026-12-09 [SHORT] 30s teaser', AFTER_DEC9],
  ['WG Serving Weekly 2026-12-09 – cancelled', AFTER_DEC9],
  ['WG Serving TEST 20261209', AFTER_DEC9],
  ['test recording 20261209', AFTER_DEC9],
  ['Do not use - wrong recording 20261209', AFTER_DEC9],
  ['WG Serving Weekly 20261209 - wrong meeting, please delete', AFTER_DEC9],
  ['Reminder: WG Serving Weekly 20270106', AFTER_DEC9],
  ['How to join the WG Serving weekly from 2026-12-09', AFTER_DEC9],
  ['Interview with the WG Serving chairs 2026-12-09', AFTER_DEC9],
  ['WG Serving contributor onboarding 20261209', AFTER_DEC9],
  ['[WG Serving] Autoscaling demo 20261201', AFTER_DEC9, 'dec1-autoscaling'],
  // Numbers that are no dates.
  ['WG Serving Weekly Meeting #9', AFTER_DEC9],
  ['WG Serving Weekly Meeting v1.12.9', AFTER_DEC9],
  ['WG Serving: release 26.12.09 of Triton', AFTER_DEC9],
  ['WG Serving: discussing PR #20261209', AFTER_DEC9],
  ['vLLM 0.12.9 release, WG Serving', AFTER_DEC9],
  ['KEP-1209 autoscaling, WG Serving', AFTER_DEC9],
  ['WG Serving weekly 0912', AFTER_DEC9],
  ['WG Serving weekly 1209', AFTER_DEC9],
  ['WG Serving Weekly meeting 12/9 of the series', AFTER_DEC9],
  ['WG Serving scores 9/12 on the benchmark', AFTER_DEC9],
  // Dates that leave a doubt, or that are none.
  ['WG Serving Weekly December 2026', AFTER_DEC9],
  ['WG Serving Weekly 2026-12', AFTER_DEC9],
  ['WG Serving Weekly 2026-W50', AFTER_DEC9],
  ['WG Serving Weekly 2026-02-30', LATE],
  ['WG Serving weekly 10/11/2026', LATE],
  ['WG Serving weekly 11/12/2026', LATE],
  ['WG Serving weekly 12.9.2026', AFTER_DEC9],
  ['WG Serving weekly 9.12.26', AFTER_DEC9],
  ['WG-Serving-Weekly_12092026', AFTER_DEC9],
  ['WG Serving weekly Dec 9 2025', AFTER_DEC9],
  ['WG Serving 12/9', '2025-12-10T08:00'],
  ['WG Serving Weekly 1/6', '2026-12-10T08:00'],
  ['WG Serving weekly Wednesday', AFTER_DEC9],
  // Groups and projects with a similar name.
  ['Knative Serving WG meeting 20261209', AFTER_DEC9],
  ['Knative Serving Working Group 2026-12-09', AFTER_DEC9],
  ['KServe WG community meeting 2026-12-09', AFTER_DEC9],
  ['TensorFlow Serving weekly 2026-12-09', AFTER_DEC9],
  ['SIG Node: serving workloads 20261209', AFTER_DEC9],
  ['[SIG Scheduling] WG Serving update 20261209', AFTER_DEC9],
  ['WG Serving Weekly 20261209 | SIG Node Weekly 20261209', AFTER_DEC9],
  ['WG Serverless weekly meeting 20261209', AFTER_DEC9],
  ['WG Observing weekly meeting 20261209', AFTER_DEC9],
  ['CNCF TAG Workloads: WG Serving weekly 20261209', AFTER_DEC9],
  ['WG Service Mesh weekly 20261209', AFTER_DEC9],
  ['WG Device Management weekly 20261209', AFTER_DEC9],
  ['WG AI Gateway weekly meeting 20261209', AFTER_DEC9],
  // Other meetings of the group on, or near, the day.
  ['WG Serving Orchestration and Autoscaling 20261209', AFTER_DEC9],
  ['WG Serving MultiNode 20261201', AFTER_DEC9],
  ['WG Serving APAC 20261210', LATE],
  ['WG Serving chairs sync 20261209', AFTER_DEC9],
  ['[WG Serving] Leads meeting 20261209', AFTER_DEC9],
  ['WG Serving EMEA weekly 20261209', AFTER_DEC9],
  ['WG Serving release standup 2026-12-21', LATE, 'dec21-daily'],
  ['WG Serving release standup 2026-12-23', LATE, 'dec22-daily'],
  ['WG Serving Office Hours 20261217 part 1', LATE],
  ['WG Serving Office Hours morning 20261217', LATE, 'dec17-morning'],
  ['WG Serving Orchestration 20261209 & weekly', AFTER_DEC9, 'dec9-orchestration'],
  ['WG Serving not the weekly 20261209', AFTER_DEC9],
  // Zoom's moments, beside no meeting or just before one.
  ['GMT20261210-010000_Recording', LATE],
  ['GMT20261209-020500_Recording', LATE, 'dec8-apac'],
  ['GMT20261217-161000_Recording', LATE, 'dec17-morning'],
  ['GMT20261217-235000_Recording', LATE, 'dec17-evening'],
  ['GMT20261209-183000_Recording', AFTER_DEC9],
  // A clock that contradicts the calendar: a zone is often the wrong one, a moment in UTC is not.
  ['[WG Serving] Weekly 2026-12-09 09:00 IST', AFTER_DEC9, 'dec9'],
  ['[WG Serving] Weekly 2026-12-09 21:00 UTC', AFTER_DEC9],
  // Marks that hide or turn text.
  ['WG Serving Weekly \u202E90216202\u202C', AFTER_DEC9],
  ['WG Serving Weekly 2026\u200B1209 2026-11-11', AFTER_DEC9],
  ['WG Serving Weekly ２０２６１２０９', AFTER_DEC9, 'dec9'],
  ['<!channel> WG Serving Weekly', AFTER_DEC9],
];

describe('hostile titles of videos', () => {
  const rows = HOSTILE.map(([title, published, only]) => ({ title, published, only }));

  it.each(rows)('$title, published $published', ({ title, published, only }) => {
    const found = match({ id: 'v', title, publishedAt: at(published) });
    if (found.kind === 'matched') expect(told(found).replace(/ part \d+$/u, '')).toBe(only);
  });

  it('of thousands of characters are read', () => {
    for (const title of [
      '20261209 20261111 '.repeat(200),
      'WG Serving '.repeat(300),
      '1'.repeat(5000),
    ]) {
      expect(match({ id: 'v', title, publishedAt: at(AFTER_DEC9) }).kind).not.toBe('matched');
    }
  });
});
