import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../src/agenda/read-agenda.ts';
import { atOnce } from '../../src/concurrency/steps.ts';
import { at, PACIFIC } from '../support/build.ts';

/** A notes document, and the only topics of December 9, 2026 that may be told, if any. */
interface Hostile {
  readonly name: string;
  readonly document: string;
  readonly only?: readonly string[];
}

/** Layouts that invite a wrong answer, written before the reader's code was read. */
const HOSTILE: readonly Hostile[] = [
  { name: 'a range of days', document: '## Dec 7 – Dec 11, 2026\n* A topic of the week' },
  {
    name: 'a copy of the notes of another meeting',
    document:
      '## Notes from 2026-11-25, copied on 2026-12-09\n* Old topic\n## 2026-11-25\n* Old topic',
  },
  {
    name: 'a meeting that was moved',
    document: '## 2026-12-09\nMoved to December 16\n* KV cache routing\n## 2026-11-25\n* Old',
  },
  {
    name: 'a meeting that was skipped',
    document: '## Dec 9, 2026 — skipped (holidays)\n* KV cache routing\n## Nov 25, 2026\n* Old',
  },
  {
    name: 'no quorum',
    document: '## Dec 9, 2026\nNo meeting this week\n* KV cache routing\n## Nov 25, 2026\n* Old',
  },
  {
    name: 'people only',
    document: '## Dec 9, 2026\nAttendees:\n* Alice (Red Hat)\n* Bob (Google)\nAgenda:\n* \n',
  },
  {
    name: 'people under a label that says so in other words',
    document: "## 2026-12-09\nWho's here\n* Alice\n* Bob\n",
  },
  {
    name: 'a sign-in list',
    document: '## 2026-12-09\nPlease sign in:\n- Alice, Acme\n- Bob, Example\n\nTopics\n-\n',
  },
  {
    name: 'only links',
    document:
      '## 2026-12-09\n* Recording: https://youtu.be/abc\n* Zoom: https://zoom.us/j/123?pwd=abc\n* Slides: https://docs.google.com/presentation/d/x',
  },
  {
    name: 'a host key and a passcode',
    document: '## 2026-12-09\n* Host key: 123456\n* Passcode: 77777\n* KV cache routing',
    only: ['KV cache routing'],
  },
  {
    name: 'action items of the last meeting',
    document:
      '## 2026-12-09\nAction items from last meeting\n* Yuan to open the issue\n* Jiaxin to ask SIG Node\n',
  },
  {
    name: 'a parking lot',
    document: '## 2026-12-09\nParking lot\n* Someday topic\nBacklog\n* Another one',
  },
  {
    name: 'two days in one heading',
    document: '## 2026-12-09 / 2026-12-16\n* Topic of one of the two',
  },
  {
    name: 'the notes of another group',
    document:
      '# WG Batch\n## 2026-12-09 WG Batch meeting\n* JobSet\n# WG Serving\n## 2026-11-25\n* Old',
  },
  {
    name: 'next year',
    document: '## 2027-12-09\n* A topic in a year\n## 2027-11-25\n* Another',
  },
  {
    name: 'years that do not fit the order',
    document:
      '## Jan 6\n* January\n## Dec 9\n* Which December\n## Dec 10, 2025\n* Old\n## Nov 26, 2025\n* Old',
    only: ['Which December'],
  },
  {
    name: 'struck out by hand',
    document: '## ~~2026-12-09~~\n* KV cache routing\n## 2026-11-25\n* Old',
  },
  {
    name: 'a quote of the heading in a comment',
    document: '> ## 2026-12-09\n> * quoted topic\n\n## 2026-11-25\n* Old',
  },
  {
    name: 'a template with the date filled in',
    document:
      '## 2026-12-09\n* [your name] your topic\n* [name] topic\n* TBD\n* <add your topic here>\n* ...',
  },
  {
    name: 'examples of how to add a topic',
    document:
      '## 2026-12-09\nAdd your topics below, e.g.\n* (Your name, 10 min) Title of your topic\n',
  },
  {
    name: 'a meeting of another zone on the same day',
    document:
      '## 2026-12-09 APAC\n* APAC topic\n## 2026-12-09 EMEA\n* EMEA topic\n## 2026-11-25\n* Old',
  },
  {
    name: 'a workstream’s meeting on the same day, and nothing about this one',
    document: '## 2026-12-09 Autoscaling\n* HPA\n## 2026-11-25 WG Serving Weekly Meeting\n* Old',
  },
  {
    name: 'hidden marks in the date',
    document: '## 2026-12-0\u200B9\n* KV cache routing\n## 2026-12-\u202E90\u202C\n* Turned',
    only: ['KV cache routing'],
  },
  {
    name: 'a table',
    document:
      '| date | topic |\n|---|---|\n| 2026-12-09 | KV cache routing |\n| 2026-12-16 | Other |',
    only: ['KV cache routing'],
  },
  {
    name: 'a long quarrel',
    document: `## 2026-12-09\n* ${'I disagree. '.repeat(60)}\n* KV cache routing`,
    only: ['KV cache routing'],
  },
  {
    name: 'mentions and markup for Slack',
    document: '## 2026-12-09\n* <!channel> KV <https://evil.example|cache> routing',
    only: ['<!channel> KV routing'],
  },
  {
    name: 'ten thousand sections of the day',
    document: '## 2026-12-09\n* Topic\n'.repeat(10_000),
    only: ['Topic'],
  },
  { name: 'a section without end', document: `## 2026-12-09\n${'* topic\n'.repeat(100_000)}` },
  { name: 'a line without end', document: `## 2026-12-09\n* ${'x'.repeat(2_000_000)}` },
];

describe('hostile notes', () => {
  it.each(HOSTILE)('$name', ({ document, only }) => {
    const request = {
      title: 'WG Serving Weekly Meeting',
      start: at('2026-12-09T09:00'),
      zone: PACIFIC,
      group: 'WG Serving',
      workstreams: ['Autoscaling', 'Orchestration'],
    };
    const agenda = atOnce(readAgenda(document, request, at('2026-12-08T09:00')));
    if (agenda.kind === 'topics') expect(agenda.topics).toEqual(only);
  });
});
