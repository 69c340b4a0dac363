/** How many minutes before the start reminders are sent, longest first. */
export type LeadTimes = readonly number[];

const UNITS = { m: 1, h: 60, d: 24 * 60 } as const;
/** The longest lead time, in minutes. */
const MAX_LEAD = 14 * UNITS.d;

/** Minutes of a lead time such as `15`, `m`; undefined unless it is from one minute to 14 days. */
export function leadMinutes(count: string, unit: string): number | undefined {
  const letter = unit.slice(0, 1).toLowerCase();
  if (letter !== 'm' && letter !== 'h' && letter !== 'd') return undefined;
  const minutes = Number(count) * UNITS[letter];
  return minutes >= 1 && minutes <= MAX_LEAD ? minutes : undefined;
}

/** Each lead time once, longest first. */
export function sortLeadTimes(minutes: readonly number[]): LeadTimes {
  return [...new Set(minutes)].sort((a, b) => b - a);
}
