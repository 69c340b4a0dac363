import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCustomPart } from '../../src/community/custom-part.ts';
import { type GroupFacts, groupFacts } from '../../src/community/group-facts.ts';
import { OWN_GROUP_FILE } from '../../src/group/load.ts';
import { type ImportResult, importGroup } from '../../src/importing/import-group.ts';
import { allListings, fixture, readable } from '../community/published.ts';
import { pageHistory } from '../following/history.ts';

const listings = allListings();

function factsOf(id: string, sigsYaml?: string): GroupFacts {
  const all = sigsYaml === undefined ? listings : readable(sigsYaml).listings;
  const listing = all.find(({ group }) => group.dir === id);
  if (!listing) throw new Error(`${id} is not listed`);
  return groupFacts(listing);
}

function imported(
  yaml: string | undefined,
  facts: GroupFacts,
): ImportResult & { readonly ok: true } {
  const result = importGroup(yaml, facts, undefined);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result;
}

/** The changed lines, as in a diff. */
function diff(before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return [
    ...old.filter((line) => !fresh.includes(line)).map((line) => `-${line}`),
    ...fresh.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

/** The fixture with some of its text replaced, as a later state of the page. */
function later(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the fixture has no ${from}`);
    return text.replace(from, to);
  }, fixture('sigs.yaml'));
}

describe('the import of a group', () => {
  it('makes a file that the bot can read, and changes nothing when it is repeated', () => {
    const outcomes = listings.map((listing) => {
      const facts = groupFacts(listing);
      const first = imported(undefined, facts);
      const second = imported(first.yaml, facts);
      expect(second.yaml).toBe(first.yaml);
      return [first.outcome, second.outcome, second.kept.length];
    });
    expect(outcomes).toEqual(Array(35).fill(['new', 'unchanged', 0]));
  });

  it('writes a file that people can go on with', () => {
    expect(imported(undefined, factsOf('wg-batch')).yaml).toBe(fixture('wg-batch.yaml'));
  });

  it('names the meetings whose week nobody can tell', () => {
    expect(imported(undefined, factsOf('sig-scheduling')).weekUnknown).toEqual([]);
    expect(imported(undefined, factsOf('sig-cli')).weekUnknown).toEqual([
      'Regular SIG Meeting',
      'Bug Scrub',
    ]);
  });
});

describe('a second import', () => {
  const first = imported(undefined, factsOf('wg-batch')).yaml;
  const byHand = first
    .replace(
      '  - title: Regular Meeting\n',
      '  - title: Batch call   # as in the calendar\n    aliases: [Regular Meeting, batch]\n    duration_minutes: 60\n',
    )
    .replace('    github: mwielgus\n', '    github: mwielgus\n    slack_id: U012ABCDEF\n')
    .replace('mission: ', '# Ours is shorter.\nmission: ')
    .concat('\nfacts:\n  - name: Kueue\n    text: See [Kueue](https://kueue.sigs.k8s.io).\n');

  it('leaves what people wrote by hand', () => {
    const again = imported(byHand, factsOf('wg-batch'));
    expect(again).toMatchObject({ outcome: 'unchanged', kept: [] });
  });

  it('changes what has changed on the page, and nothing else', () => {
    const page = later(
      ['time: 4PM', 'time: 5PM'],
      ['98329676612?pwd=c0N2bVV1aTh2VzltckdXSitaZXBKQT09', '91234567890'],
      ['PL69nYSiGNLP1U1eU1NPyflIGmwzcXPsev', 'PL69nYSiGNLP1U1eU1NPyflIGmwzcXNEW'],
      [
        '        - github: amy\n          name: Amy Chen\n          company: CoreWeave',
        '        - github: newchair\n          name: New Chair\n          company: Example',
      ],
      ['slack: wg-batch\n', 'slack: batch\n'],
    );
    const { yaml, outcome } = imported(byHand, factsOf('wg-batch', page));
    expect(outcome).toBe('changed');
    expect(diff(byHand, yaml)).toEqual([
      '-      time: "16:00"',
      '-    join: https://zoom.us/j/98329676612?pwd=c0N2bVV1aTh2VzltckdXSitaZXBKQT09',
      '-  playlist: https://www.youtube.com/playlist?list=PL69nYSiGNLP1U1eU1NPyflIGmwzcXPsev',
      '-  - name: Amy Chen',
      '-    github: amy',
      '-    company: CoreWeave',
      '-  slack_channel: "#wg-batch"',
      '-  slack: https://kubernetes.slack.com/messages/wg-batch',
      '+      time: "17:00"',
      '+    join: https://zoom.us/j/91234567890',
      '+  playlist: https://www.youtube.com/playlist?list=PL69nYSiGNLP1U1eU1NPyflIGmwzcXNEW',
      '+  - name: New Chair',
      '+    github: newchair',
      '+    company: Example',
      '+  slack_channel: "#batch"',
      '+  slack: https://kubernetes.slack.com/messages/batch',
    ]);
    expect(imported(yaml, factsOf('wg-batch', page)).outcome).toBe('unchanged');
  });

  it('follows a new rule, and counts from the file’s date only while that fits', () => {
    const cli = imported(undefined, factsOf('sig-cli')).yaml;
    const dated = cli.replace(
      '      every_weeks: 2\n      weekday: wednesday\n',
      '      every_weeks: 2\n      weekday: wednesday\n      anchor: 2026-08-19   # we met\n',
    );
    expect(imported(dated, factsOf('sig-cli')).outcome).toBe('unchanged');
    const regular = `      - description: Regular SIG Meeting
        day: Wednesday
        time: "09:00"
        tz: PT (Pacific Time)
        frequency: biweekly
        url: https://zoom.us/j/288426795`;
    const at10 = later([regular, regular.replace('09:00', '10:00')]);
    expect(diff(dated, imported(dated, factsOf('sig-cli', at10)).yaml)).toEqual([
      '+      time: "10:00"',
    ]);
    const monthly = later([regular, regular.replace('biweekly', 'monthly - last Wednesday')]);
    const { yaml, kept } = imported(dated, factsOf('sig-cli', monthly));
    expect(kept).toEqual([]);
    expect(yaml).toContain(
      '    when:\n      weekday: wednesday\n      time: "09:00"\n      zone: America/Los_Angeles\n      nth: last\n',
    );
  });

  it('keeps what people know better than the page, and says so', () => {
    const network = imported(undefined, factsOf('sig-network')).yaml;
    const better = network.replace(
      '      text: Thursday at 8:00, monthly\n',
      '      nth: 2\n      weekday: thursday\n      time: "08:00"\n',
    );
    const again = imported(better, factsOf('sig-network'));
    expect(again.outcome).toBe('unchanged');
    expect(again.kept.map(({ what }) => what)).toEqual([
      'the page says only "Thursday at 8:00, monthly"; the rule of the file is kept',
    ]);
    const ibm = imported(undefined, factsOf('sig-cluster-lifecycle')).yaml;
    const israel = ibm.replace('Asia/Kolkata', 'Asia/Jerusalem');
    expect(imported(israel, factsOf('sig-cluster-lifecycle')).outcome).toBe('unchanged');
  });

  it('keeps a meeting that is no longer published, and says so', () => {
    const gone = later([
      '      - description: Weekly CI Meeting\n',
      '      - description: Brand new\n',
    ]).replace('1j2XEKXNyGaSO0XZNkSQUliaT48ZQl6StLhrsVurJoco/edit#', 'new');
    const windows = imported(undefined, factsOf('sig-windows')).yaml;
    const { yaml, kept } = imported(windows, factsOf('sig-windows', gone));
    expect(kept).toEqual([
      {
        path: ['meetings', 2],
        what: '"Weekly CI Meeting" is not published; it is kept, so remove it if it has ended',
      },
    ]);
    expect(yaml).toContain('  - title: Brand new\n');
  });

  it('recognizes a meeting that was renamed by its room and its notes', () => {
    const renamed = later(['description: Regular Meeting\n', 'description: Batch WG Meeting\n']);
    expect(diff(first, imported(first, factsOf('wg-batch', renamed)).yaml)).toEqual([
      '+    aliases:',
      '+      - Batch WG Meeting',
    ]);
  });

  it('does not take everybody’s rights away when the page lists no leads', () => {
    const page = later([
      'leadership:\n      chairs:\n        - github: amy',
      'leadership:\n      chiefs:\n        - github: amy',
    ]);
    expect(imported(byHand, factsOf('wg-batch', page)).yaml).toBe(byHand);
  });

  it('changes nothing but the playlist in the file that ships, from the page of October 2025', () => {
    const state = pageHistory().find(({ date }) => date === '2025-10-09');
    const shipped = readFileSync(OWN_GROUP_FILE, 'utf8').replace(
      'PL69nYSiGNLP2io2Gg92njBfh-DX9sk7O3',
      'PL69nYSiGNLP30qNanabU75ayPK7OPNAAS',
    );
    const result = state?.listing && importGroup(shipped, groupFacts(state.listing), state.page);
    expect(result?.ok && [diff(shipped, result.yaml), result.kept]).toEqual([
      [
        '-  playlist: https://www.youtube.com/playlist?list=PL69nYSiGNLP30qNanabU75ayPK7OPNAAS',
        '+  playlist: https://www.youtube.com/playlist?list=PL69nYSiGNLP2io2Gg92njBfh-DX9sk7O3',
      ],
      [],
    ]);
  });

  it('refuses a file that the bot can’t read', () => {
    expect(importGroup('id: [', factsOf('wg-batch'), undefined)).toMatchObject({ ok: false });
    expect(importGroup('nonsense: 1\n', factsOf('wg-batch'), undefined)).toEqual({
      ok: false,
      problems: expect.arrayContaining([expect.stringContaining('nonsense')]),
    });
  });
});

describe('the custom part of a page', () => {
  const url = 'https://github.com/kubernetes/community/tree/master/wg-serving';

  it('adds workstreams, and keeps their aliases', () => {
    const page = readCustomPart(fixture('wg-serving-page.md'), url);
    if (!page.ok) throw new Error(page.problem);
    const facts = factsOf('wg-batch');
    const result = importGroup(undefined, facts, page);
    expect(result.ok && result.yaml).toContain(`workstreams:
  - name: Autoscaling
    doc: https://docs.google.com/document/d/1QsN4ubjerEqo5L4bQamOFFS2lmCv5zNPis2Z8gcIITg/edit?usp=sharing
  - name: MultiHost/MultiNode
    doc: https://docs.google.com/document/d/11-sK4ZIb-mJ7LGzIGx8eNViQUvZTFc5Ne4208LFEOwU/edit
  - name: Orchestration
    doc: https://docs.google.com/document/d/1hbEx3ZEqdXCqWH9RL3uy9FIy35B8pFJ5KiK3HsOz2FE/edit?usp=sharing
  - name: DRA
    doc: https://github.com/kubernetes/community/tree/master/wg-device-management
`);
  });

  it.each([
    ['<!-- BEGIN CUSTOM CONTENT -->\n## Work', 'is cut short: its custom part has no end'],
    ['<!DOCTYPE html>', 'is a web page, not Markdown'],
    ['x'.repeat(1_000_001), 'is larger than 1 MB'],
  ])('that %# is not whole is refused with a sentence', (text, problem) => {
    expect(readCustomPart(text, url)).toEqual({ ok: false, problem });
  });

  it('tells the calendar that it links, if that is one', () => {
    const custom = (links: string) =>
      readCustomPart(`<!-- BEGIN CUSTOM CONTENT -->\n${links}\n<!-- END CUSTOM CONTENT -->`, url);
    const link =
      '[calendar](https://calendar.google.com/calendar/embed?src=90g%40group.calendar.google.com)';
    expect(custom(link)).toMatchObject({ calendar: '90g@group.calendar.google.com' });
    expect(custom(`${link}, ${link.replace('90g', '91g')}`)).toMatchObject({ calendar: undefined });
  });
});
