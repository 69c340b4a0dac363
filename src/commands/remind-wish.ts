import { findWorkstream } from '../group/lookup.ts';
import type { Group } from '../group/schema.ts';
import { type LeadTimes, leadMinutes, sortLeadTimes } from '../reminders/lead-times.ts';

export const MAX_LEAD_TIMES = 5;
const MAX_NAME_LENGTH = 100;

/** What someone wants of their own reminders; `about` absent: every meeting. */
export type Wish =
  | { readonly kind: 'show' }
  | { readonly kind: 'off'; readonly about: 'all' | { readonly name: string | undefined } }
  | { readonly kind: 'on'; readonly leadTimes: LeadTimes; readonly about: string | undefined }
  | { readonly kind: 'unclear' };

/** Reads what follows `remind`, such as `me 1d and 10m for autoscaling`. */
export function readWish(args: string, group: Group): Wish {
  const text = args.replace(/^me\b\s*/iu, '').replace(/[.!?]+$/u, '');
  if (text === '') return { kind: 'show' };
  const off = /^(?:off|stop|none|never|no)(?: please)?(?:\s+(?:for|of|about)\s+(.+))?$/iu.exec(
    text,
  );
  if (off) {
    const [, name] = off;
    return { kind: 'off', about: name === undefined ? 'all' : { name: aboutOf(name, group) } };
  }
  const [, times = '', name] = /^(.*?)(?:\s+(?:for|of|about)\s+(.+))?$/iu.exec(text) ?? [];
  const leadTimes = readLeads(times);
  if (!leadTimes || (name?.length ?? 0) > MAX_NAME_LENGTH) return { kind: 'unclear' };
  return { kind: 'on', leadTimes, about: aboutOf(name, group) };
}

/** `1d and 10m`, `2 hours, 15 minutes before`; undefined when there is anything else in it. */
function readLeads(text: string): LeadTimes | undefined {
  const TIME = /(\d{1,5})\s*(m|mins?|minutes?|h|hrs?|hours?|d|days?)\b/giu;
  const rest = text.replace(TIME, ' ').replace(/\b(and|before|in advance|ahead)\b|[,&+]/giu, ' ');
  const found = [...text.matchAll(TIME)].map(([, count = '', unit = '']) =>
    leadMinutes(count, unit),
  );
  const minutes = found.filter((lead) => lead !== undefined);
  const all = minutes.length === found.length && rest.trim() === '';
  return all && minutes.length > 0 && minutes.length <= MAX_LEAD_TIMES
    ? sortLeadTimes(minutes)
    : undefined;
}

/** The name that is kept: a workstream's own, else what was typed; nothing for every meeting. */
function aboutOf(name: string | undefined, group: Group): string | undefined {
  if (name === undefined || /^(all|every|each|any|the|everything|meetings?|\s)+$/iu.test(name)) {
    return undefined;
  }
  return findWorkstream(group, name)?.name ?? name;
}
