import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../sandbox/clock.ts';
import { LocalDocuments } from '../../sandbox/documents/documents.ts';
import { Faults } from '../../sandbox/faults.ts';
import { ORGANIZERS, type Services, startServices } from '../../sandbox/world.ts';
import { LocalYouTube } from '../../sandbox/youtube/youtube.ts';
import { startBot } from '../../src/app/bot.ts';
import { parseConfig } from '../../src/config/config.ts';
import { fixture } from '../community/published.ts';
import { at, group, memoryLogger, silent } from '../support/build.ts';
import { runCommandLine } from '../support/terminal.ts';
import { wordsOf } from '../support/world.ts';

/** sigs.yaml with WG Serving in it, meeting at an hour. */
function sigsYaml(time: string): string {
  const entry = `  - dir: wg-serving
    name: Serving
    label: serving
    leadership:
      chairs:
        - {github: ArangoGutierrez, name: Eduardo Arango, company: NVIDIA}
        - {github: Jeffwan, name: Jiaxin Shan, company: Bytedance}
        - {github: SergeyKanzhelev, name: Sergey Kanzhelev, company: Google}
        - {github: terrytangyuan, name: Yuan Tang, company: Red Hat}
    meetings:
      - description: WG Serving Weekly Meeting
        day: Wednesday
        time: "${time}"
        tz: PT (Pacific Time)
        frequency: biweekly
    contact:
      slack: wg-serving
`;
  return fixture('sigs.yaml').replace('workinggroups:\n', `workinggroups:\n${entry}`);
}

const DOCUMENTS = [
  '1aExJFtaLnO-TM6_2uILgI8NI0IjOm7FcwLABBKEMEo0',
  '1QsN4ubjerEqo5L4bQamOFFS2lmCv5zNPis2Z8gcIITg',
  '11-sK4ZIb-mJ7LGzIGx8eNViQUvZTFc5Ne4208LFEOwU',
  '1hbEx3ZEqdXCqWH9RL3uy9FIy35B8pFJ5KiK3HsOz2FE',
];

/** The documents and the playlist that the group's file links, without those that are gone. */
function linked(gone: readonly string[]) {
  const isThere = (id: string) => !gone.includes(id);
  const documents = DOCUMENTS.filter(isThere).map((id, index) => ({
    site: 'google' as const,
    id,
    title: id,
    text: 'Notes',
    // Whoever is not signed in is asked to; the document is there all the same.
    visibility: index === 0 ? ('private' as const) : ('anyone' as const),
  }));
  const playlists = group()
    .recordings.playlist?.split('list=')
    .slice(1)
    .filter(isThere)
    .map((id) => ({ id, title: 'WG Serving', visibility: 'public' as const, videos: [] }));
  return {
    documents: new LocalDocuments(documents),
    youtube: new LocalYouTube({ apiKey: 'sandbox-google-api-key', playlists: playlists ?? [] }),
  };
}

async function followed(faults = new Faults(), gone: readonly string[] = []) {
  const clock = manualClock(at('2026-12-01T09:00'));
  const services = await startServices({
    clock,
    events: [],
    community: {
      files: {
        'sigs.yaml': sigsYaml('9:00'),
        'wg-serving/README.md': fixture('wg-serving-page.md'),
      },
      fault: (_, run) => faults.apply('community', run),
    },
    google: linked(gone),
    env: { ORGANIZERS_CHANNEL: ORGANIZERS },
  });
  return { services, clock };
}

function told({ slack }: Services): string[] {
  return slack.workspace.messages(ORGANIZERS).map(wordsOf);
}

describe('following the group’s pages', () => {
  it('tells once what differs, edits it as that changes, and says when nothing does any more', async () => {
    const { services, clock } = await followed();
    const groupFile = services.env.GROUP_FILE ?? '';
    const database = `file:${dirname(groupFile)}/bot.sqlite`;
    const config = parseConfig({ ...services.env, DATABASE_URL: database });
    const bot = await startBot(config, clock, silent);
    await bot.runJobs();
    expect(told(services)).toEqual([]);

    services.community.setFile('sigs.yaml', sigsYaml('10:00'));
    await bot.runJobs();
    expect(told(services)).toEqual([]);
    clock.set(clock.now().plus({ hours: 24 }));
    await bot.runJobs();
    expect(told(services)).toEqual([
      expect.stringMatching(
        /What WG Serving publishes.*Weekly Meeting.*every other Wednesday at 10:00.*So far the bot says every other Wednesday at 09:00/,
      ),
    ]);

    services.community.setFile('sigs.yaml', sigsYaml('10:30'));
    clock.set(clock.now().plus({ hours: 24 }));
    await bot.runJobs();
    await bot.runJobs();
    expect(told(services)).toEqual([expect.stringContaining('every other Wednesday at 10:30')]);
    await bot.stop();

    const text = await readFile(groupFile, 'utf8');
    await writeFile(groupFile, text.replace('time: "09:00"', 'time: "10:30"'));
    const restarted = await startBot(config, clock, silent);
    await restarted.runJobs();
    expect(told(services)).toEqual([
      expect.stringContaining('Nothing differs any more between what WG Serving publishes'),
    ]);
    await restarted.stop();
    await services.close();
  });

  it('says nothing while the pages can’t be read, and reports it after a day', async () => {
    const faults = new Faults();
    const { services, clock } = await followed(faults);
    services.community.setFile('sigs.yaml', sigsYaml('10:00'));
    const log = memoryLogger();
    const bot = await startBot(parseConfig(services.env), clock, log.logger);
    const off = faults.add({ on: 'community', kind: 'html' });
    await bot.runJobs();
    clock.set(clock.now().plus({ hours: 25 }));
    await bot.runJobs();
    expect(told(services)).toEqual([]);
    expect(JSON.stringify(log)).toMatch(/could not be read for a day: sigs\.yaml is a web page/);
    off();
    await bot.runJobs();
    expect(told(services)).toHaveLength(1);
    expect(JSON.stringify(log)).toContain('problem solved');
    await bot.stop();
    await services.close();
  });

  it('tells of documents and playlists that are gone, found anew once a week', async () => {
    const [, autoscaling = ''] = DOCUMENTS;
    const { services, clock } = await followed(new Faults(), [autoscaling]);
    const bot = await startBot(parseConfig(services.env), clock, silent);
    await bot.runJobs();
    expect(told(services)).toEqual([
      expect.stringMatching(/1 difference\..*Dead link \(404\): .*\|document of Autoscaling>/),
    ]);
    await bot.stop();
    await services.close();
  });

  it('says that the group was archived, and where its page went', async () => {
    const { services, clock } = await followed();
    services.community.setFile('sigs.yaml', fixture('sigs.yaml'));
    services.community.setFile('archive/wg-serving/README.md', fixture('wg-serving-page.md'));
    const bot = await startBot(parseConfig(services.env), clock, silent);
    await bot.runJobs();
    expect(told(services)).toEqual([
      expect.stringMatching(
        /no longer in sigs\.yaml: it was archived or renamed.*tree\/main\/archive\/wg-serving/,
      ),
    ]);
    await bot.stop();
    await services.close();
  });
});

it('import reads the same pages over HTTP', async () => {
  const { services, clock } = await followed();
  const { COMMUNITY_URL = '', GROUP_FILE = '' } = services.env;
  const folder = dirname(GROUP_FILE);
  const page = ['--readme', `${COMMUNITY_URL}wg-serving/README.md`];
  const args = ['import', 'wg-batch', '--from', `${COMMUNITY_URL}sigs.yaml`, '--to', folder];
  expect(await runCommandLine([...args, ...page], {}, clock.now())).toMatchObject({ code: 0 });
  expect(await readFile(`${folder}/wg-batch.yaml`, 'utf8')).toContain('- name: Orchestration\n');
  const gone = await runCommandLine(
    ['import', 'wg-batch', '--from', `${COMMUNITY_URL}nowhere.yaml`, '--to', folder],
    {},
    clock.now(),
  );
  expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining('there is no such page') });
  await services.close();
});
