/** As in “Wed, Dec 2, 9:00 AM”. */
export function dateAndTime(at: number, zone: string): string {
  return format(at, zone, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** As in “9:00 AM”. */
export function timeOfDay(at: number, zone: string, seconds = false): string {
  const second = seconds ? ({ second: '2-digit' } as const) : {};
  return format(at, zone, { hour: 'numeric', minute: '2-digit', ...second });
}

/** As in “Wed, Dec 2”. */
export function dayOf(at: number, zone: string): string {
  return format(at, zone, { weekday: 'short', month: 'short', day: 'numeric' });
}

/** As in “Los Angeles”. */
export function cityOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}

function format(at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(at);
}
