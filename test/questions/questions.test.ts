import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelled, score, summary } from '../../scripts/question-score.ts';
import { commands } from '../../src/commands/index.ts';
import { questionFinder } from '../../src/commands/question-finder.ts';
import { group } from '../support/build.ts';

function labelled(file: string) {
  return readLabelled(readFileSync(join(import.meta.dirname, file), 'utf8'));
}

describe.each(['tuning.yaml', 'held-out.yaml'])('the questions in %s', (file) => {
  it('are answered correctly, and unanswerable ones are not answered', async () => {
    const result = await score(labelled(file), group());
    const share = result.right / result.answerable;
    expect(share, summary(result)).toBeGreaterThanOrEqual(0.95);
    expect(result.wrong / result.unanswerable, summary(result)).toBeLessThanOrEqual(0.03);
  });
});

it('there are at least 250 of them, 60 unanswerable, none in both files', () => {
  const all = [...labelled('tuning.yaml'), ...labelled('held-out.yaml')];
  const unknown = all.filter(({ right }) => right.includes('unknown'));
  expect(all.length).toBeGreaterThanOrEqual(250);
  expect(unknown.length).toBeGreaterThanOrEqual(60);
  const texts = all.map(({ text }) => text);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

describe('an addition to the group file', () => {
  const facts = group({
    workstreams: [
      { name: 'KVCacheOffloading', doc: 'https://docs.example/kv', aliases: [], askedAs: [] },
      {
        name: 'Large Model Routing',
        doc: 'https://docs.example/lmr',
        aliases: ['router'],
        askedAs: [],
      },
    ],
    guides: [
      {
        name: 'benchmark',
        title: 'Run the serving benchmark',
        aliases: ['perf test'],
        askedAs: [],
        steps: ['Clone it.'],
      },
    ],
    facts: [
      {
        name: 'Slide template',
        aliases: ['slides'],
        askedAs: [],
        text: 'It is [here](https://s.example).',
      },
    ],
  });
  const find = questionFinder(commands, facts, ['Prefill office hours']);

  it.each([
    ['where is the kv cache offloading doc', 'workstreams', 'KVCacheOffloading'],
    ['lmr doc?', 'workstreams', 'Large Model Routing'],
    ['router document', 'workstreams', 'Large Model Routing'],
    ['how do I run the benchmark', 'howto', 'benchmark'],
    ['is there a slide template', 'about', 'Slide template'],
    ['when are the prefill office hours', 'next-meeting', 'Prefill office hours'],
  ])('is found by %j', (text, command, args) => {
    const finding = find(text);
    expect(finding).toMatchObject({ kind: 'one', answer: { command: { name: command } } });
    expect(finding.kind === 'one' && finding.answer.subject).toContain(args);
  });

  it('and what was removed is not', () => {
    expect(find('where is the orchestration doc').kind).toBe('unknown');
  });
});

it('offers both if two match', () => {
  const find = questionFinder(commands, group(), []);
  expect(find('the DRA doc and the orchestration doc').kind).toBe('two');
});

it.each(['🔥🔥🔥', ':+1::skin-tone-3:', 'ok', 'Okkk 👍'])('a mere %s is no question', (text) => {
  const find = questionFinder(commands, group(), []);
  expect(find(text)).toEqual({ kind: 'small talk', said: 'acknowledgement' });
});

it.each(['', ' ', '?', 'x'.repeat(5000), 'a '.repeat(3000), '\u0000', 'פגישה הבאה'])(
  'says nothing wrong of %j',
  (text) => {
    const find = questionFinder(commands, group(), []);
    const finding = find(text);
    expect(
      finding.kind === 'unknown' ||
        (finding.kind === 'one' && finding.answer.command.name === 'help'),
    ).toBe(true);
  },
);
