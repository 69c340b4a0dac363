import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { manualClock } from '../../sandbox/clock.ts';
import { startLocalGoogle } from '../../sandbox/google/server.ts';
import { COMMUNITY_CALENDAR, ORGANIZERS, startServices } from '../../sandbox/world.ts';
import { startBot } from '../../src/app/bot.ts';
import { groupFacts } from '../../src/community/group-facts.ts';
import { parseConfig } from '../../src/config/config.ts';
import { importGroup } from '../../src/importing/import-group.ts';
import { allListings } from '../community/published.ts';
import { at, silent } from '../support/build.ts';
import { event, replyOf, takeTurn, wordsOf } from '../support/world.ts';

/** The file of a group that publishes no calendar. */
function fileOf(id: string): string {
  const listing = allListings().find(({ group }) => group.dir === id);
  const result = listing && importGroup(undefined, groupFacts(listing), undefined);
  if (!result?.ok) throw new Error(`${id} can't be imported`);
  return result.yaml;
}

it('a group without a calendar has its meetings from the community’s, and else its rules', async () => {
  const clock = manualClock(at('2026-12-01T08:00'));
  const services = await startServices({ clock, events: [] });
  const docs = event('docs', '2026-12-08T17:30', { summary: 'SIG Docs Weekly Meeting' }, 'utc');
  const batch = event('batch', '2026-12-03T16:00', { summary: 'WG Batch Meeting' });
  const google = await startLocalGoogle({
    calendarId: COMMUNITY_CALENDAR,
    apiKey: services.env.GOOGLE_API_KEY ?? '',
    zone: 'UTC',
    clock,
    events: [batch],
  });
  const file = join(dirname(services.env.GROUPS ?? ''), 'sig-docs.yaml');
  const scheduling = { join: 'https://zoom.us/j/1', community_calendar: COMMUNITY_CALENDAR };
  await writeFile(file, `${fileOf('sig-docs')}\n${stringify({ scheduling })}`);
  const env = {
    ...services.env,
    GROUPS: file,
    GOOGLE_API_ROOT_URL: google.rootUrl,
    ORGANIZERS_CHANNEL: ORGANIZERS,
  };
  const bot = await startBot(parseConfig(env), clock, silent);
  const next = async () =>
    wordsOf(replyOf(await takeTurn(services.slack, 'member', '/wg-serving next-meeting')));
  expect(await next()).toMatch(/The group publishes no calendar\..*every other Tuesday/);

  google.setEvents([batch, docs]);
  clock.set(clock.now().plus({ minutes: 10 }));
  await bot.runJobs();
  // The group's own meetings and what organizers are told come from one reading.
  expect(google.requests()).toBe(2);
  const found = await next();
  expect(found).toMatch(/Regular SIG Meeting.*From the community's calendar/);
  expect(found).not.toContain('Batch');
  await bot.stop();
  await Promise.all([services.close(), google.close()]);
});
