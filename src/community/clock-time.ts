const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?\.?(?:m\.?)?$/iu;
const NAMED: Readonly<Record<string, string>> = { noon: '12:00', midnight: '00:00' };

/** A time of day as HH:MM, from spellings such as `9:00`, `2PM` and `9:00 AM`; undefined for any other. */
export function clockTime(written: string): string | undefined {
  const text = written.trim();
  const named = NAMED[text.toLowerCase()];
  if (named !== undefined) return named;
  const [, hourDigits = '', minutes, half] = CLOCK.exec(text) ?? [];
  // A bare number such as 9 does not say whether it is an hour, or of which half of the day.
  if (hourDigits === '' || (minutes === undefined && half === undefined)) return undefined;
  const hour = hourOfDay(Number(hourDigits), half?.toLowerCase());
  if (hour === undefined || Number(minutes ?? '0') > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`;
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}
