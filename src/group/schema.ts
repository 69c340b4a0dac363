import camelcaseKeys from 'camelcase-keys';
import { z } from 'zod';
import { words } from '../text/similarity.ts';
import { aliases, askedAs, httpsUrl, line, person, text } from './fields.ts';
import { month, status } from './status.ts';
import { when } from './when.ts';

const KINDS = ['sig', 'wg', 'ug', 'committee'] as const;

const organizer = person.extend({
  company: line.optional(),
  slack_id: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,}$/, 'must be a Slack member ID such as U012ABCDEF')
    .optional()
    .describe('Slack member ID; lets this person use the commands reserved for organizers'),
  role: z.enum(['chair', 'tech lead']).default('chair'),
});

const calendarId = z.string().min(3).max(300);

const meeting = z.strictObject({
  title: line.describe('The title that it has in the calendar'),
  aliases: aliases.describe('Other titles that the meeting has in the calendar'),
  asked_as: askedAs,
  subproject: line.optional().describe('The subproject that holds the meeting'),
  when: when.optional().describe('Leave it out if it is not published'),
  duration_minutes: z.int().min(5).max(720).optional(),
  join: httpsUrl.optional(),
  agenda: httpsUrl.optional().describe('The document with agenda and notes'),
  recordings: httpsUrl.optional().describe('Its playlist, if it has one of its own'),
  calendar: calendarId.optional().describe('ID of its calendar, if that is not the group’s'),
});

const workstream = z.strictObject({
  name: line,
  doc: httpsUrl.optional(),
  aliases,
  asked_as: askedAs,
});

const guide = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]*$/, 'must be one lower-case word'),
  title: line,
  aliases,
  asked_as: askedAs,
  steps: z.array(text).min(1).max(20),
});

const fact = z.strictObject({
  name: line,
  aliases,
  asked_as: askedAs,
  text: text.describe('One or two sentences; may contain [links](https://…)'),
});

/** The group file as an organizer writes it: everything the group publishes about itself. */
export const groupSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,60}$/, 'must be a short name in lower case, such as wg-serving')
    .optional()
    .describe('Identifies the group in the database. Default: its name in lower case with hyphens'),
  name: line,
  full_name: line.optional(),
  kind: z
    .enum(KINDS)
    .optional()
    .describe('Default: what the ID starts with, such as the wg of wg-serving'),
  status,
  mission: text.optional(),
  page: httpsUrl.optional(),
  charter: httpsUrl.optional(),
  stakeholder_sigs: z.array(line).max(50).default([]),
  meetings: z
    .array(meeting)
    .max(60)
    .default([])
    .describe('Its recurring meetings; the first is the regular meeting of the group'),
  calendar: z.strictObject({ id: calendarId, page: httpsUrl.optional() }).optional(),
  scheduling: z
    .strictObject({
      join: httpsUrl.describe('The room that ad-hoc meetings share'),
      invite: z
        .array(z.email('must be an e-mail address').max(100))
        .max(10)
        .default([])
        .describe('Who is invited to every meeting'),
      calendar_page: httpsUrl.optional().describe('Page of the community calendar'),
      community_calendar: calendarId
        .optional()
        .describe('ID of the calendar in which every meeting of the community should appear'),
    })
    .optional()
    .describe('What new meetings need'),
  join_hosts: z
    .array(
      z
        .string()
        .regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a host name such as meet.example.org'),
    )
    .max(20)
    .default([])
    .describe('Hosts of meeting rooms that the bot does not already know'),
  recordings: z
    .strictObject({
      playlist: httpsUrl.optional(),
      older: z
        .array(z.strictObject({ playlist: httpsUrl, until: month }))
        .max(10)
        .default([])
        .describe('Playlists of before, and the month until which recordings went into each'),
      title_template: line
        .refine(
          (template) => template.includes('{meeting}') && template.includes('{date}'),
          'must contain {meeting} and {date}',
        )
        .optional(),
      zoom_account: line.optional().describe('The Zoom account that holds the recordings'),
      youtube_account: line.optional().describe('The YouTube account that they are uploaded with'),
    })
    .prefault({}),
  organizers: z.array(organizer).max(40).default([]),
  liaison: person.optional(),
  contact: z
    .strictObject({
      slack_channel: line.optional(),
      slack: httpsUrl.optional(),
      mailing_list: httpsUrl.optional(),
      issues: httpsUrl.optional(),
    })
    .default({}),
  channels: z
    .array(z.string().regex(/^[CG][A-Z0-9]+$/, 'must be a channel ID such as C0123456789'))
    .max(20)
    .default([])
    .describe('IDs of the Slack channels in which requests are for this group'),
  workstreams: z.array(workstream).max(40).default([]),
  guides: z.array(guide).max(20).default([]),
  facts: z
    .array(fact)
    .max(100)
    .default([])
    .describe('Anything else that people ask for, under the names they use for it'),
});

/** The group file as it is written. */
export type GroupFile = z.input<typeof groupSchema>;

/** The group as the code knows it. */
export const group = groupSchema.transform((file) => {
  const id = file.id ?? slug(file.name);
  return {
    ...camelcaseKeys(file, { deep: true }),
    id,
    kind: file.kind ?? kindOf(id),
    /** What the group's own clock shows: the zone of its first meeting. */
    zone: file.meetings.find((one) => one.when?.zone !== undefined)?.when?.zone ?? 'UTC',
  };
});

export type Group = z.output<typeof group>;
export type Organizer = Group['organizers'][number];
/** A recurring meeting as the group publishes it. */
export type GroupMeeting = Group['meetings'][number];
export type When = NonNullable<GroupMeeting['when']>;
export type Workstream = Group['workstreams'][number];
export type Guide = Group['guides'][number];
export type Fact = Group['facts'][number];
export type Retirement = Exclude<Group['status'], string>;
export type Successor = Retirement['successors'][number];

function kindOf(id: string): (typeof KINDS)[number] | undefined {
  return KINDS.find((kind) => id.startsWith(`${kind}-`));
}

/** As in “WG Serving” → “wg-serving”. */
function slug(name: string): string {
  return words(name).join('-') || 'group';
}
