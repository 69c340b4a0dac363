import { type Bound, reportBounds } from './goals.ts';
import { changed } from './large-calendar.ts';
import { largeTown, NOW } from './large-town.ts';
import { median, print } from './report.ts';
import { watchedBot } from './watched.ts';

const SIZE = { groups: 1, events: 1_000, people: 0, oldPosts: 0 };
const HOURS = 24;
const EVERY_MINUTES = 5;
// Until then, code is compiled and caches fill.
const WARM_HOURS = 6;
const MAX_GROWTH_MB = 1;

/**
 * The heap over 24 hours in which the calendar is read every five minutes, and differs each time. Whether it
 * is no larger at the end than after a while.
 */
export async function day(): Promise<boolean> {
  const town = await largeTown(SIZE);
  const bot = watchedBot(town.env);
  await bot.order({ do: 'start', at: NOW.toISO() });
  const hours: number[][] = [];
  for (let hour = 0; hour < HOURS; hour += 1) {
    const heaps: number[] = [];
    for (let minute = 0; minute < 60; minute += EVERY_MINUTES) {
      town.setEvents(minute % 2 === 0 ? town.events : changed(town.events));
      const at = NOW.plus({ hours: hour, minutes: minute }).toISO();
      heaps.push((await bot.order({ do: 'run jobs', at })).heapMb);
    }
    hours.push(heaps);
  }
  await bot.end();
  await town.close();
  const warm = hours.slice(WARM_HOURS).map((heaps) => median(heaps));
  const [first = 0, last = 0] = [warm[0], warm.at(-1)];
  const growth: Bound = {
    what: `from ${first.toFixed(1)} MB after ${WARM_HOURS} hours`,
    unit: 'MB',
    value: last - first,
    atMost: MAX_GROWTH_MB,
    noise: Math.max(...warm) - Math.min(...warm) - Math.abs(last - first),
  };
  print(
    'How much the heap grows in 24 hours, with a calendar of 1,000 events that changes all the time:',
  );
  return reportBounds([growth]);
}
