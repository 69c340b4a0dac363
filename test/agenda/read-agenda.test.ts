import fc from 'fast-check';
import type { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { type Agenda, type AgendaRequest, readAgenda } from '../../src/agenda/read-agenda.ts';
import { atOnce } from '../../src/concurrency/steps.ts';
import { at, PACIFIC } from '../support/build.ts';
import { LAYOUTS } from './layouts.ts';

const REQUEST = {
  title: 'WG Serving Weekly Meeting',
  start: at('2026-12-09T09:00'),
  zone: PACIFIC,
  group: 'WG Serving',
  workstreams: ['Autoscaling', 'Orchestration'],
};
const NOW = at('2026-12-08T09:00');

function agendaOf(document: string, request: AgendaRequest, now: DateTime<true>): Agenda {
  return atOnce(readAgenda(document, request, now));
}

function said(agenda: Agenda): readonly string[] | string {
  return agenda.kind === 'topics' ? agenda.topics : agenda.kind;
}

describe('the agenda in notes', () => {
  it.each(LAYOUTS)('$name', ({ document, says }) => {
    expect(said(agendaOf(document, REQUEST, NOW))).toEqual(says);
  });

  it('is read from many layouts', () => expect(LAYOUTS.length).toBeGreaterThanOrEqual(50));

  it.each(LAYOUTS)('never has another date’s topics: $name', ({ document }) => {
    // Without a year, a day is the same every year.
    const nextYear = /202[56]/u.test(document) ? ['2027-12-09T09:00'] : [];
    for (const start of ['2026-12-02T09:00', '2026-12-16T09:00', ...nextYear]) {
      const agenda = agendaOf(
        document,
        { ...REQUEST, start: at(start) },
        at(start).minus({ days: 1 }),
      );
      // One layout has a section for the week after.
      const own = start.startsWith('2026-12-16') && document.includes('December 16');
      expect(agenda.kind === 'topics' && !own).toBe(false);
    }
  });

  it('of a long document is read in many turns', () => {
    const section = '## 2025-01-08\n* A topic of some length that goes on a bit\n* Another one\n';
    const document = `## 2026-12-09\n* KV cache routing\n${section.repeat(1_000_000 / section.length)}`;
    expect(said(agendaOf(document, REQUEST, NOW))).toEqual(['KV cache routing']);
    expect([...readAgenda(document, REQUEST, NOW)].length).toBeGreaterThan(50);
  });

  it('of nonsense is no topics', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (document) => {
        expect(agendaOf(document, REQUEST, NOW).kind).not.toBe('topics');
      }),
    );
  });

  it('is cut to what a message can hold', () => {
    const document = `## 2026-12-09\n* ${'very '.repeat(50)}long\n* short`;
    const agenda = agendaOf(document, REQUEST, NOW);
    expect(agenda.kind === 'topics' && agenda.topics[0]?.length).toBeLessThanOrEqual(150);
  });
});
