import type { GroupFile } from '../group/schema.ts';
import { ellipsize } from '../text/plain.ts';
import { anyLink } from './links.ts';
import { meetingList } from './meeting-list.ts';
import { type MeetingFacts, publishedMeetings } from './meetings.ts';
import type { Oddity } from './oddity.ts';
import type { Kind, Listing } from './published-file.ts';
import type { PublishedGroup, PublishedPerson } from './published-group.ts';

/** The community's repository. */
export const COMMUNITY = 'https://github.com/kubernetes/community';
const MAX_MISSION = 1500;
const MAX_ORGANIZERS = 40;
const MAX_MEETINGS = 60;

/** What the community publishes about a group, in the form of its file. */
export interface GroupFacts {
  readonly file: Omit<GroupFile, 'meetings'> & { readonly id: string };
  /** The regular meeting first. Those of the subprojects are among them. */
  readonly meetings: readonly MeetingFacts[];
  readonly oddities: readonly Oddity[];
}

/** The facts of an entry of sigs.yaml, and what could not be taken as it is written there. */
export function groupFacts({ kind, group, path, dropped }: Listing): GroupFacts {
  const { dir, name, contact, label } = group;
  const all = meetingList(publishedMeetings(group, path), names(kind, name).name);
  const meetings = all.slice(0, MAX_MEETINGS);
  const mailingList =
    contact.mailing_list === undefined ? undefined : anyLink(contact.mailing_list);
  const charter = charterOf(group);
  const mission = missionOf(group.mission_statement);
  return {
    file: {
      id: dir,
      ...names(kind, name),
      ...(mission !== undefined && { mission }),
      page: pageOf(dir),
      ...(charter !== undefined && { charter }),
      stakeholder_sigs: group.stakeholder_sigs.map(({ value }) => value),
      ...calendarAndRecordings(meetings),
      organizers: organizersOf(group),
      ...(contact.liaison && { liaison: personOf(contact.liaison) }),
      contact: {
        ...(contact.slack !== undefined && slackOf(contact.slack)),
        ...(mailingList?.url !== undefined && { mailing_list: mailingList.url }),
        ...(label !== undefined && { issues: issuesOf(kind, label) }),
      },
    },
    meetings: meetings.map((one, index) => ownLinks(one, index, meetings[0])),
    oddities: [
      ...dropped.map((one) => ({ ...one, about: dir, done: 'left out' })),
      ...(mailingList?.doubt
        ? [{ path: [...path, 'contact', 'mailing_list'], about: dir, ...mailingList.doubt }]
        : []),
      ...all.flatMap(({ oddities }) => oddities),
      ...tooMany(dir, path, all),
    ],
  };
}

/** The page of a group that is active. */
export function pageOf(dir: string): string {
  return `${COMMUNITY}/tree/main/${dir}`;
}

function names(kind: Kind, name: string): { readonly name: string; readonly full_name?: string } {
  switch (kind) {
    case 'sig':
      return { name: `SIG ${name}`, full_name: `${name} Special Interest Group` };
    case 'wg':
      return { name: `WG ${name}`, full_name: `${name} Working Group` };
    case 'ug':
      return { name: `UG ${name}`, full_name: `${name} User Group` };
    case 'committee':
      return { name: `${name} Committee` };
  }
}

/** Without markup, and on one line. */
function missionOf(statement: string | undefined): string | undefined {
  if (statement === undefined) return undefined;
  const plain = statement
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain === '' ? undefined : ellipsize(plain, MAX_MISSION);
}

function charterOf({ dir, charter_link: link }: PublishedGroup): string | undefined {
  if (link === undefined) return undefined;
  return URL.parse(link, `${COMMUNITY}/blob/main/${dir}/`)?.href;
}

function slackOf(channel: string) {
  const name = channel.replace(/^#/u, '');
  return {
    slack_channel: `#${name}`,
    slack: `https://kubernetes.slack.com/messages/${encodeURIComponent(name)}`,
  };
}

function issuesOf(kind: Kind, label: string): string {
  return `${COMMUNITY}/labels/${encodeURIComponent(`${kind}/${label}`)}`;
}

/** Chairs, then the technical leads who are not chairs too. */
function organizersOf({ leadership }: PublishedGroup): NonNullable<GroupFile['organizers']> {
  const chairs = leadership.chairs.map(({ value }) => value);
  const isChair = new Set(chairs.map(({ github }) => github.toLowerCase()));
  const leads = leadership.tech_leads
    .map(({ value }) => value)
    .filter(({ github }) => !isChair.has(github.toLowerCase()));
  return [
    ...chairs.map((one) => organizerOf(one)),
    ...leads.map((one) => ({ ...organizerOf(one), role: 'tech lead' as const })),
  ].slice(0, MAX_ORGANIZERS);
}

function organizerOf(person: PublishedPerson) {
  return {
    ...personOf(person),
    ...(person.company !== undefined && { company: person.company }),
  };
}

function personOf({ name, github }: PublishedPerson) {
  return { name, github };
}

/** The regular meeting's calendar and playlist are the group's; the calendar of another meeting is its own. */
function calendarAndRecordings([regular]: readonly MeetingFacts[]) {
  const { calendar, recordings } = regular?.meeting ?? {};
  return {
    ...(calendar !== undefined && { calendar: { id: calendar, page: calendarPage(calendar) } }),
    ...(recordings !== undefined && { recordings: { playlist: recordings } }),
  };
}

/** The public page of a Google calendar. */
export function calendarPage(id: string): string {
  return `https://calendar.google.com/calendar/embed?src=${encodeURIComponent(id)}`;
}

function ownLinks(
  one: MeetingFacts,
  index: number,
  regular: MeetingFacts | undefined,
): MeetingFacts {
  const { calendar, recordings, ...meeting } = one.meeting;
  const groups = regular?.meeting;
  const hasOwn = index > 0;
  return {
    ...one,
    meeting: {
      ...meeting,
      ...(hasOwn &&
        recordings !== undefined &&
        recordings !== groups?.recordings && { recordings }),
      ...(hasOwn && calendar !== undefined && calendar !== groups?.calendar && { calendar }),
    },
  };
}

function tooMany(about: string, path: Listing['path'], all: readonly MeetingFacts[]): Oddity[] {
  const left = all.slice(MAX_MEETINGS).map(({ meeting }) => meeting.title);
  if (left.length === 0) return [];
  const what = `has more than ${MAX_MEETINGS} meetings`;
  return [{ path, about, what, done: `left out: ${left.join(', ')}` }];
}
