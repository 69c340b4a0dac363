import type { Entry } from './entry.ts';

/** What people call the things that every group has. What one group adds comes from its file. */

function topic(
  command: string,
  tells: Entry['tells'],
  title: string,
  aliases: readonly string[],
  text = '',
): Entry {
  return { ask: { command, args: '' }, tells, title, aliases, text };
}

export const nextMeeting = topic(
  'next-meeting',
  ['time', 'link'],
  'next meeting',
  [
    'zoom link',
    'join link',
    'meeting time',
    'meeting id',
    'zoom passcode password',
    'dial in',
    'off week',
    'meeting cancelled',
    'conference',
    'dial in number',
    'today tonight tomorrow this week',
    'get into',
    'connect',
  ],
  'timezone happening now soon hours minutes start begin end on off still moved postponed skipped invite time zone location regular biweekly utc gmt est edt pst pdt pt et cet cest bst ist europe asia india us',
);

export const upcoming = topic(
  'upcoming',
  ['time', 'list'],
  'upcoming meetings',
  [
    'coming meetings',
    'list of meetings',
    'coming weeks months',
    'timetable',
    'future meetings',
    'meeting dates',
    'planned scheduled meetings',
    'next meetings',
    'events',
    'how often',
    'weekly biweekly',
    'frequency frequently cadence',
    'weekday',
    'regularly',
    'all events',
    'other meetings',
  ],
  'happening over after before soon next week weeks month year later holidays thanksgiving christmas easter january february march april may june july august september october november december regular calendar',
);

export const organizers = topic(
  'organizers',
  ['person', 'list'],
  'organizers',
  [
    'chairs',
    'co-chairs',
    'leads leaders',
    'leading',
    'runs',
    'responsible',
    'maintainers owners owns',
    'leadership',
    'contact person',
    'talk to',
    'liaison',
    'steering committee',
  ],
  'people person member github handle company names charge sponsor ping ask meetings',
);

export const workstreams = topic(
  'workstreams',
  ['link', 'list'],
  'workstreams and their documents',
  [
    'work streams',
    'all workstreams',
    'list of workstreams',
    'documents',
    'subgroups',
    'topics',
    'efforts',
  ],
  'working on current existing',
);

export const agenda = topic(
  'agenda',
  ['link'],
  'agenda and notes',
  [
    'meeting notes',
    'minutes',
    'meeting agenda',
    'notes document',
    'note taking',
    'agenda item topic',
    'talk about',
  ],
  'live lives running weekly biweekly regular google doc last past previous meeting week add propose put item topic talk read noted next time write',
);

export const recordings = topic(
  'recordings',
  ['link'],
  'recordings on YouTube',
  [
    'recording of a meeting',
    'recorded meetings',
    'videos',
    'youtube playlist channel',
    'watch',
    'past previous meeting recordings',
  ],
  'uploaded old last earlier missed miss catch week call',
);

export const contact = topic(
  'contact',
  ['link'],
  'contact',
  [
    'mailing list',
    'email',
    'slack channel',
    'google group',
    'issues',
    'pull requests',
    'reach',
    'get in touch',
    'report a bug',
    'label',
  ],
  'open file github address message community',
);

export const about = topic(
  'about',
  ['link'],
  'about the group',
  [
    'mission',
    'purpose',
    'goals aims',
    'charter',
    'stakeholder SIGs',
    'community page homepage website',
    'scope',
  ],
  'sponsor sponsoring involved interest',
);

export const reminders = topic(
  'reminders',
  ['time', 'list'],
  'reminders of the channel',
  ['next reminder', 'upcoming planned reminders', 'reminders posted'],
  'post send list coming last',
);

export const remind = topic(
  'remind',
  ['procedure'],
  'personal reminder',
  [
    'remind me',
    'set a reminder',
    'my reminders',
    'stop reminders',
    'turn off reminders',
    'mute unsubscribe',
    'stop messaging',
    'notify notification',
    'dm me',
  ],
  'before minutes hours meeting ping alert',
);

export const forget = topic(
  'forget',
  ['procedure'],
  'forget me',
  ['privacy', 'my data', 'stored about me'],
  'store keep delete remove gdpr personal',
);

export const help = topic(
  'help',
  [],
  'help',
  ['commands', 'usage', 'this bot', 'ask you', 'questions'],
  'understand support',
);
