import { z } from 'zod';
import { leadMinutes, sortLeadTimes } from '../reminders/lead-times.ts';
import { isCronExpression } from '../scheduler.ts';
import { longestGapMinutes } from './cron-gap.ts';
import { belongsElsewhere } from './pasted.ts';

const MAX_LEAD_TIMES = 10;
const CHANNEL_WANTED = 'must be the ID of a channel, such as C0123456789';
const PORT_WANTED = 'must be a port from 0 to 65535';
// The hosts that get the bot's secrets unless an operator says otherwise.
const PUBLIC_HOSTS = /(^|\.)(slack|slack-gov|googleapis)\.com$/;

/** A token whose prefix shows what it is. */
export function token(prefix: string, where: string) {
  return z
    .string(`is missing; set it to ${where}`)
    .startsWith(prefix, `must start with ${prefix}; set it to ${where}`)
    .min(prefix.length + 1, `ends after ${prefix}; set it to ${where}`)
    .regex(/^[\w-]*$/, 'has a character that no token has; copy it again');
}

/** A value without a fixed format, which must not look like a value for another setting. */
export function anythingBut(setting: string, wanted: string) {
  return z.string().refine((value) => !belongsElsewhere(value, setting), `must be ${wanted}`);
}

export const channelId = z
  .string('is missing; set it to the ID of the channel for reminders, such as C0123456789')
  .superRefine((value, context) => {
    if (/^[CG][A-Z0-9]+$/.test(value)) return;
    context.addIssue({ code: 'custom', message: `${CHANNEL_WANTED}${channelHint(value)}` });
  });

function channelHint(value: string): string {
  const [, inLink] = /(?:archives\/|client\/\w+\/|^<#)([CG][A-Z0-9]{6,})/.exec(value) ?? [];
  if (inLink !== undefined) return `; the one in this link is ${inLink}`;
  if (/^[cg][a-z0-9]*\d[a-z0-9]*$/.test(value)) return `, in capitals: ${value.toUpperCase()}`;
  if (/^[UW][A-Z0-9]{6,}$/.test(value)) return '; this is the ID of a person';
  if (/^D[A-Z0-9]{6,}$/.test(value)) return '; this is the ID of a direct message';
  if (/^[TE][A-Z0-9]{6,}$/.test(value)) return '; this is the ID of a workspace';
  if (value.includes(',')) return ', and only one';
  return ', not its name: it is at the bottom of the channel’s details';
}

export const onOrOff = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['on', 'off'], 'must be on or off'));

export const cron = z
  .string()
  .refine(
    isCronExpression,
    'must be a cron expression with five or six fields, such as */5 * * * *',
  );

// Answers must not be older than this; before a reminder, the calendar is read again anyway.
const MAX_CALENDAR_GAP_MINUTES = 60;

export const calendarCron = cron.superRefine((expression, context) => {
  const gap = isCronExpression(expression) ? longestGapMinutes(expression) : 0;
  if (gap <= MAX_CALENDAR_GAP_MINUTES) return;
  const span = gap < 48 * 60 ? `${gap} minutes` : `${Math.round(gap / (24 * 60))} days`;
  const message = `leaves the calendar unread for up to ${span}; read it at least once an hour, as with */5 * * * *`;
  context.addIssue({ code: 'custom', message });
});

/** The address of a service; `ending` is what every address of that service ends with. */
export function address(ending: '/api/' | '/', example: string) {
  return z
    .url({ protocol: /^https?$/, error: `must be an address such as ${example}` })
    .transform((text) => (text.endsWith('/') ? text : `${text}/`))
    .refine((text) => new URL(text).search === '' && new URL(text).hash === '', {
      error: `must be an address without ? and #, such as ${example}`,
    })
    .refine((text) => text.endsWith(ending), `must end with ${ending}, such as ${example}`)
    .refine((text) => !isOpenToAll(new URL(text)), 'must start with https://')
    .refine((text) => ending !== '/' || new URL(text).pathname === '/', {
      error: `must be only the root, such as ${example}`,
    });
}

/** The address of a folder of public files. */
export const folderAddress = z
  .url({
    protocol: /^https?$/,
    error:
      'must be an address such as https://raw.githubusercontent.com/kubernetes/community/HEAD/',
  })
  .transform((text) => (text.endsWith('/') ? text : `${text}/`))
  .refine((text) => new URL(text).search === '', 'must be an address without ?');

/** Secrets would cross the internet in clear text. */
function isOpenToAll({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && PUBLIC_HOSTS.test(hostname);
}

export const leads = z.string().transform((text, context) => {
  const parts = text.split(',').map((part) => ({ part: part.trim(), minutes: parseLead(part) }));
  const wrong = parts.find(({ minutes }) => minutes === undefined);
  if (wrong === undefined && parts.length <= MAX_LEAD_TIMES) {
    return sortLeadTimes(parts.flatMap(({ minutes }) => minutes ?? []));
  }
  const message = `must be up to ${MAX_LEAD_TIMES} times such as 24h,10m, each from 1m to 14d${wrong ? leadHint(wrong.part) : ''}`;
  context.issues.push({ code: 'custom', message, input: text });
  return z.NEVER;
});

function parseLead(text: string): number | undefined {
  const [, count = '', unit = ''] = /^(\d{1,5})([mhd])$/i.exec(text.trim()) ?? [];
  return leadMinutes(count, unit);
}

const MAX_WAIT_MINUTES = 60 * 24 * 60;

/** A time to wait, in minutes. */
export const waiting = z.string().transform((text, context) => {
  const [, count = '', unit = ''] = /^(\d{1,4})\s?([hd])$/i.exec(text.trim()) ?? [];
  const minutes = Number(count) * (unit.toLowerCase() === 'd' ? 24 * 60 : 60);
  if (minutes > 0 && minutes <= MAX_WAIT_MINUTES) return minutes;
  const message = 'must be a time such as 3d or 36h, from 1h to 60d';
  context.issues.push({ code: 'custom', message, input: text });
  return z.NEVER;
});

function leadHint(part: string): string {
  if (part === '') return '; there is an extra comma';
  if (/^\d+$/.test(part)) return `; ${part} needs a unit: m, h or d`;
  if (/\d\s*[a-z]+[\s;/|]+\d/i.test(part)) return '; separate them with commas';
  return '';
}

export const port = z
  .string()
  .regex(/^\d{1,5}$/, PORT_WANTED)
  .transform(Number)
  .refine((number) => number <= 65535, PORT_WANTED);

export const databaseUrl = z.string().superRefine((url, context) => {
  const message = databaseProblem(url);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

function databaseProblem(url: string): string | undefined {
  if (/^postgres(ql)?:\/\/./.test(url)) {
    if (URL.canParse(url) && !url.includes(' ')) return undefined;
    return 'is not a valid address; write the characters @ : / ? # % in a password as %40 %3A %2F %3F %23 %25';
  }
  const path = /^file:(.+)$/.exec(url)?.[1];
  if (path === undefined) {
    return 'must be file: and the path to a SQLite file, such as file:./data/bot.sqlite, or postgres://user:password@host/database';
  }
  if (path.endsWith('/')) return 'is a folder; add the file name';
  if (/^(\/\/)?[~$]/.test(path))
    return 'must be the full path; ~ and variables are not expanded here';
  if (path.includes('?')) return 'must be only a path, without options after a ?';
  return undefined;
}
