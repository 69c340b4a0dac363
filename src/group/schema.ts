import camelcaseKeys from 'camelcase-keys';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { words } from '../text/similarity.ts';

const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

// Slack refuses a button whose URL is longer: https://docs.slack.dev/reference/block-kit/block-elements/button-element
const httpsUrl = z
  .url({ protocol: /^https$/, error: 'must be a link that starts with https://' })
  .max(3000);
const line = z.string().trim().min(1).max(300);
const aliases = z.array(line).max(30).default([]);

const person = z.strictObject({
  name: line,
  github: z
    .string()
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, 'must be a GitHub user name')
    .describe('GitHub user name, without @'),
});

const organizer = person.extend({
  company: line,
  slack_id: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,}$/, 'must be a Slack member ID such as U012ABCDEF')
    .optional()
    .describe('Slack member ID; lets this person use the commands reserved for organizers'),
});

const regularMeeting = z.strictObject({
  title: line,
  aliases: aliases.describe('Other titles that the meeting has in the calendar'),
  weekday: z.enum(WEEKDAYS),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "09:00", in quotes')
    .describe('Local time in the zone below, as HH:MM'),
  zone: z
    .string()
    .refine(
      (zone) => IANAZone.isValidZone(zone),
      'must be an IANA zone such as America/Los_Angeles',
    ),
  duration_minutes: z.int().min(5).max(720),
  every_weeks: z.int().min(1).max(8).describe('1 is weekly, 2 is every other week'),
  anchor: z.iso
    .date('must be a date such as 2026-12-02')
    .optional()
    .describe('Any date on which the meeting took place; says which weeks have the meeting'),
  join: httpsUrl,
  agenda: httpsUrl,
});

const workstream = z.strictObject({ name: line, doc: httpsUrl, aliases });

const guide = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]*$/, 'must be one lower-case word'),
  title: line,
  aliases,
  steps: z.array(z.string().trim().min(1).max(1500)).min(1).max(20),
});

const fact = z.strictObject({
  name: line,
  aliases,
  text: z
    .string()
    .trim()
    .min(1)
    .max(1500)
    .describe('One or two sentences; may contain [links](https://…)'),
});

/** The group file as an organizer writes it: everything the group publishes about itself. */
export const groupSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,60}$/, 'must be a short name in lower case, such as wg-serving')
    .optional()
    .describe('Identifies the group in the database. Default: its name in lower case with hyphens'),
  name: line,
  full_name: line,
  mission: z.string().trim().min(1).max(1500),
  page: httpsUrl,
  charter: httpsUrl,
  stakeholder_sigs: z.array(line).max(50),
  regular_meeting: regularMeeting,
  calendar: z.strictObject({ id: z.string().min(3).max(300), page: httpsUrl }),
  join_hosts: z
    .array(
      z
        .string()
        .regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a host name such as meet.example.org'),
    )
    .max(20)
    .default([])
    .describe('Hosts of meeting rooms that the bot does not already know'),
  recordings: z.strictObject({
    playlist: httpsUrl,
    title_template: line.refine(
      (template) => template.includes('{meeting}') && template.includes('{date}'),
      'must contain {meeting} and {date}',
    ),
  }),
  organizers: z.array(organizer).min(1).max(20),
  liaison: person,
  contact: z.strictObject({
    slack_channel: line,
    slack: httpsUrl,
    mailing_list: httpsUrl,
    issues: httpsUrl,
  }),
  workstreams: z.array(workstream).max(40),
  guides: z.array(guide).max(20),
  facts: z
    .array(fact)
    .max(100)
    .default([])
    .describe('Anything else that people ask for, under the names they use for it'),
});

/** The group as the code knows it. */
export const group = groupSchema.transform((file) => ({
  ...camelcaseKeys(file, { deep: true }),
  id: file.id ?? slug(file.name),
}));

export type Group = z.output<typeof group>;
export type Organizer = Group['organizers'][number];
export type RegularMeeting = Group['regularMeeting'];
export type Workstream = Group['workstreams'][number];
export type Guide = Group['guides'][number];
export type Fact = Group['facts'][number];

/** ISO weekday of the name, Monday being 1. */
export function isoWeekday(weekday: RegularMeeting['weekday']): number {
  return WEEKDAYS.indexOf(weekday) + 1;
}

/** As in “WG Serving” → “wg-serving”. */
function slug(name: string): string {
  return words(name).join('-') || 'group';
}
