import { describe, expect, it } from 'vitest';
import type { TimedMeeting } from '../../src/calendar/meeting.ts';
import { groupFacts } from '../../src/community/group-facts.ts';
import { asOwn, ownerFinder } from '../../src/community/whose-event.ts';
import { publishedGroup } from '../../src/following/page-differences.ts';
import { at, meeting } from '../support/build.ts';
import { allListings } from './published.ts';

const groups = allListings().map((listing) => publishedGroup(groupFacts(listing)));
const ownerOf = ownerFinder(groups);

const ZONES = { PT: 'America/Los_Angeles', UTC: 'utc', CET: 'Europe/Berlin' };

/** An event of the community's calendar, which has nothing but what is given. */
function event(title: string, when = '2026-12-04T03:33 UTC', links = ''): TimedMeeting {
  const [time = '', zone] = when.split(' ');
  const start = at(time, ZONES[zone === 'PT' || zone === 'CET' ? zone : 'UTC']);
  const { joinLink: _, agendaLink: __, ...bare } = meeting(time, { title, description: links });
  return { ...bare, start, end: start.plus({ hours: 1 }) };
}

const room = (id: string) => `Join: https://zoom.us/j/${id}?pwd=abc`;
const notes = (id: string) => `Notes: https://docs.google.com/document/d/${id}/edit`;

// What the calendar has, and whose it is: `group / meeting`, `group / -` for one that is not published.
const TABLE: readonly (readonly [TimedMeeting, string | undefined])[] = [
  // By the room, which one meeting has.
  [
    event('SIG Architecture', undefined, room('845605479')),
    'sig-architecture / Regular SIG Meeting',
  ],
  [
    event('Regular meeting', '2026-12-03T11:00 PT', room('845605479')),
    'sig-architecture / Regular SIG Meeting',
  ],
  [
    event('k8s code organization Office Hours', undefined, room('159990793')),
    'sig-architecture / code organization Office Hours',
  ],
  // A room with several meetings: by the notes, the title, the hour.
  [event('CLI', '2026-12-02T09:00 PT', room('288426795')), undefined],
  [event('SIG CLI Bug Scrub', undefined, room('288426795')), 'sig-cli / Bug Scrub'],
  [event('SIG CLI Biweekly', undefined, room('288426795')), 'sig-cli / Regular SIG Meeting'],
  [
    event('etcd', '2026-12-02T11:00 PT', 'https://zoom.us/my/cncfetcdproject'),
    'sig-etcd / Robustness Tests Meeting',
  ],
  [
    event(
      'etcd robustness',
      undefined,
      `https://zoom.us/my/cncfetcdproject ${notes('1idZ_7tV6F18v223LyQ0WVUn9gXLSKyeLwYTdAgbjxpw')}`,
    ),
    'sig-etcd / Robustness Tests Meeting',
  ],
  // A room that two groups share: the title names one of them.
  [
    event('WG etcd-operator', '2026-12-01T11:00 PT', 'https://zoom.us/my/cncfetcdproject'),
    'wg-etcd-operator / Regular WG Meeting',
  ],
  [
    event('SIG Cloud Provider', '2026-12-02T09:00 PT', room('508079177')),
    'sig-cloud-provider / Regular SIG Meeting',
  ],
  [
    event('Cluster API Provider IBM Cloud office hours', undefined, room('508079177')),
    'sig-cluster-lifecycle / Cluster API Provider IBM Cloud office hours',
  ],
  [event('sync', undefined, room('508079177')), undefined],
  // By the notes.
  [
    event('Triage', '2026-12-02T10:00 PT', notes('1n-dXXvCbHsPfO1yrKwT1qoC80KhsxHYKbRdChdzqeXY')),
    'sig-storage / Regular SIG Issue Triage Meeting',
  ],
  // By the title.
  [event('SIG Docs Weekly Meeting'), 'sig-docs / Regular SIG Meeting'],
  [event('Kubernetes SIG Docs - Korean Team Meeting'), 'sig-docs / Korean Team Meeting'],
  [event('[sig-contribex] Biweekly meeting'), 'sig-contributor-experience / Regular SIG Meeting'],
  [event('Cluster API office hours'), 'sig-cluster-lifecycle / Cluster API office hours'],
  [
    event('Cluster API Provider AWS office hours'),
    'sig-cluster-lifecycle / Cluster API Provider AWS office hours',
  ],
  [event('SIG Network Gateway API Meeting (Europe)'), 'sig-network / Gateway API Meeting (Europe)'],
  // The group's, and none of the meetings that it publishes.
  [event('Farewell party', undefined, room('845605479')), 'sig-architecture / -'],
  // Nobody's: no match, too little to go by, a group that the bot does not know.
  [event('KubeCon Contributor Summit'), undefined],
  [event('Regular SIG Meeting'), undefined],
  [event('Office hours'), undefined],
  [event('WG Serving Weekly Meeting'), undefined],
  [event('SIG Honk', '2026-12-03T11:00 PT', room('845605479')), undefined],
];

describe('an event of the community’s calendar', () => {
  it.each(TABLE)('%# is the meeting that it says', (one, expected) => {
    const owner = ownerOf(one);
    const said = owner && `${owner.groupId} / ${owner.meeting?.title ?? '-'}`;
    expect([one.title, said]).toEqual([one.title, expected]);
  });

  it('is found for every published meeting by its links, title and hour', () => {
    const missed = groups.flatMap((group) =>
      group.meetings.flatMap((published) => {
        const { title, join = '', agenda = '', when } = published;
        if (when === undefined || when.kind === 'text') return [];
        const named = event(`${group.name}: ${title}`, undefined, `${join} ${agenda}`);
        const owner = ownerOf(named);
        return owner?.meeting === published ? [] : [`${group.id} / ${title} → ${owner?.groupId}`];
      }),
    );
    expect(missed).toEqual([]);
  });

  it('takes the title of its meeting, and the links that it lacks', () => {
    const owner = ownerOf(event('SIG Docs Weekly Meeting'));
    const own = asOwn(event('SIG Docs Weekly Meeting'), owner?.meeting);
    expect(own).toMatchObject({
      title: 'Regular SIG Meeting',
      regular: true,
      agendaLink: expect.stringContaining('1emuO4nmaQq3K8JZ9'),
    });
    expect(own).not.toHaveProperty('joinLink');
    expect(asOwn(event('Something else'), undefined)).toMatchObject({
      title: 'Something else',
      regular: false,
    });
  });
});
