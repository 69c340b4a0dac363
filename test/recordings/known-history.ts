import type { HeldMeeting, MatchingFacts } from '../../src/recordings/held-meetings.ts';
import { type VideoMatch, videoMatcher } from '../../src/recordings/match-video.ts';
import { at, PACIFIC } from '../support/build.ts';

export function held(id: string, start: string, title: string, zone = PACIFIC): HeldMeeting {
  const begin = at(start, zone);
  const regular = title === 'WG Serving Weekly Meeting';
  return { id, title, regular, start: begin, end: begin.plus({ hours: 1 }) };
}

export const REGULAR = 'WG Serving Weekly Meeting';
const HELD: readonly HeldMeeting[] = [
  held('oct14', '2026-10-14T09:00', REGULAR),
  held('oct28', '2026-10-28T09:00', REGULAR),
  held('nov11', '2026-11-11T09:00', REGULAR),
  held('dec9', '2026-12-09T09:00', REGULAR),
  held('dec9-orchestration', '2026-12-09T11:00', 'WG Serving Orchestration sync'),
  held('dec1-autoscaling', '2026-12-01T10:00', 'WG Serving: Autoscaling workstream'),
  held('dec15-autoscaling', '2026-12-15T10:00', 'WG Serving: Autoscaling workstream'),
  held('dec3-joint', '2026-12-03T09:00', 'WG Serving and SIG Node joint meeting'),
  held('dec8-apac', '2026-12-08T18:00', 'WG Serving APAC'),
  held('dec10-multihost', '2026-12-10T09:00', 'WG Serving MultiNode sync'),
  held('dec17-morning', '2026-12-17T08:00', 'WG Serving Office Hours'),
  held('dec17-evening', '2026-12-17T16:00', 'WG Serving Office Hours'),
  held('dec21-daily', '2026-12-21T18:00', 'WG Serving release standup'),
  held('dec22-daily', '2026-12-22T18:00', 'WG Serving release standup'),
  held('jan6', '2027-01-06T09:00', REGULAR),
];

export const FACTS: MatchingFacts = {
  name: 'WG Serving',
  workstreams: [
    ['Autoscaling', 'auto scaling', 'autoscaler'],
    ['MultiHost', 'MultiNode', 'multi host', 'multi node'],
    ['Orchestration'],
    ['DRA', 'dynamic resource allocation'],
  ],
  titleTemplate: '[WG Serving] {meeting} {date}',
  zone: PACIFIC,
  held: HELD,
  knownSince: at('2026-10-01T00:00'),
};

export const match = videoMatcher(FACTS);

export function told(result: VideoMatch): string {
  switch (result.kind) {
    case 'matched':
      return result.part === undefined
        ? result.meetingId
        : `${result.meetingId} part ${result.part}`;
    case 'uncertain':
      return `? ${result.meetingIds.join(' ')}`;
    case 'none':
      return '-';
  }
}
