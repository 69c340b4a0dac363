import { describe, expect, it } from 'vitest';
import { decideOn } from '../../src/questions/finder.ts';
import type { Intent } from '../../src/questions/intents.ts';
import type { Ranked } from '../../src/questions/rank.ts';
import type { Reading } from '../../src/questions/reader.ts';
import type { Topic } from '../../src/questions/topic.ts';

const BANDS = { answerable: 0.5, sure: 0.6, likely: 0.3, both: 0.9 };

function topic(typed: string): Topic<string> {
  return { intents: [], label: typed, typed, answer: typed };
}

function ranked(
  intent: Intent,
  share: number,
  typed: readonly string[] = [intent],
): Ranked<string> {
  const [first = intent, ...others] = typed;
  return { intent, share, topics: [topic(first), ...others.map(topic)], isSubstitute: false };
}

function reading(all: readonly Ranked<string>[], said: Partial<Record<Intent, number>> = {}) {
  const prediction = new Map<Intent, number>(all.map(({ intent, share }) => [intent, share]));
  for (const intent of ['none', 'small-talk:thanks'] as const) {
    prediction.set(intent, said[intent] ?? 0);
  }
  const read: Reading<string> = {
    question: { text: '', tokens: [], clauses: [] },
    ids: [],
    whole: { prediction, ranked: all },
    clauses: [],
    same: undefined,
  };
  return read;
}

function othersFor(all: readonly Ranked<string>[]): readonly string[] {
  return decideOn(reading(all), BANDS).others.map(({ typed }) => typed);
}

describe('what else may be meant', () => {
  it('is the next likeliest, and at most three', () => {
    const all = [0.9, 0.04, 0.03, 0.02, 0.01];
    const intents = ['host', 'organizers', 'about', 'contact', 'agenda'] as const;
    expect(othersFor(all.map((share, at) => ranked(intents[at] ?? 'help', share)))).toEqual([
      'organizers',
      'about',
      'contact',
    ]);
  });

  it('is judged by what is left when the answer was not meant', () => {
    // Of the 2% that are left, nearly all is one answer, and hardly any is the other.
    const all = [ranked('host', 0.98), ranked('organizers', 0.0195), ranked('about', 0.0005)];
    expect(othersFor(all)).toEqual(['organizers']);
  });

  it('is nothing that was given, also where two answers were', () => {
    const both = ranked('workstream', 0.9, ['workstreams DRA', 'workstreams Autoscaling']);
    expect(othersFor([both, ranked('agenda', 0.1)])).toEqual(['agenda']);
  });
});

it('what was heard is the intent that was answered, though thanks beside it are likelier', () => {
  const said = { 'small-talk:thanks': 0.55 };
  const { decision, heard } = decideOn(reading([ranked('host', 0.45)], said), {
    ...BANDS,
    sure: 0.4,
    likely: 0.6,
  });
  expect(decision.kind).toBe('one');
  expect(heard).toMatchObject({ intent: 'host', share: 0.45 });
});
