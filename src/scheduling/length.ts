const MIN_MINUTES = 5;
const MAX_MINUTES = 8 * 60;
const HOURS_AND_MINUTES =
  /^(?:(\d{1,4}(?:[.,]\d{1,2})?)\s*h(?:(?:ou)?rs?)?)?\s*(?:and\s*)?(?:(\d{1,5})\s*(?:m(?:in(?:ute)?s?)?)?)?$/iu;
const CLOCK = /^(\d{1,4}):([0-5]\d)$/u;

/** Reads how long a meeting lasts, such as `45`, `1h`, `1:30`, `90 minutes` or `1.5 hours`, in minutes. */
export function readLength(typed: string): { readonly value: number } | { readonly error: string } {
  const minutes = minutesIn(typed.trim());
  if (minutes === undefined)
    return { error: 'Type how long it lasts, such as 45 minutes or 1h 30m.' };
  if (minutes >= MIN_MINUTES && minutes <= MAX_MINUTES) return { value: minutes };
  return { error: `A meeting lasts from ${MIN_MINUTES} minutes to ${MAX_MINUTES / 60} hours.` };
}

function minutesIn(text: string): number | undefined {
  const clock = CLOCK.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const [, hours, minutes] = HOURS_AND_MINUTES.exec(text) ?? [];
  if (hours === undefined && minutes === undefined) return undefined;
  return Math.round(Number((hours ?? '0').replace(',', '.')) * 60) + Number(minutes ?? 0);
}
