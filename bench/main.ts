import { spawnSync } from 'node:child_process';
import { DateTime } from 'luxon';
import pino from 'pino';
import { sampleCalendar } from '../sandbox/sample-calendar.ts';
import { ACTORS, CHANNEL, startWorld } from '../sandbox/world.ts';
import { commands } from '../src/commands/index.ts';
import { loadGroup } from '../src/group/load.ts';
import { planning } from './planning.ts';
import { print, quantile } from './report.ts';

const ROUNDS = 300;
const QUESTIONS = ['where is the autoscaling doc?', 'what was decided about DRA'];

/** How long each answer takes from envelope to acknowledgement, compared with a Web API call. */
async function answers(): Promise<void> {
  const clock = { now: () => DateTime.utc() };
  const events = sampleCalendar(await loadGroup(), clock.now());
  const world = await startWorld({ clock, events }, pino({ level: 'silent' }));
  print('From envelope to acknowledged answer, over Socket Mode (ms):');
  const asked = [...commands.map(({ name }) => name), ...QUESTIONS];
  for (const name of asked) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const result = await world.slack.slash(ACTORS.organizer.id, CHANNEL, `/wg-serving ${name}`);
      if (!result.ok) throw new Error(result.error);
      times.push(result.afterMs);
    }
    print(row(name, times));
  }
  const calls: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    await fetch(`${world.slack.apiUrl}auth.test`, { method: 'POST' });
    calls.push(performance.now() - began);
  }
  print(row('compared with one extra Web API call', calls));
  await world.close();
}

/** What loading the Calendar API costs, compared with all of googleapis. */
function imports(): void {
  print('Loading Google’s client in a fresh process (ms, MB):');
  for (const path of ['googleapis/build/src/apis/calendar/index.js', 'googleapis']) {
    const script = `const began = performance.now(); await import('${path}');
      console.log(Math.round(performance.now() - began), Math.round(process.memoryUsage().rss / 1e6));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    print(`  ${path.padEnd(44)} ${String(stdout).trim()}`);
  }
}

function row(name: string, times: readonly number[]): string {
  const at = (share: number) => quantile(times, share).toFixed(2).padStart(6);
  return `  ${name.padEnd(34)} p50 ${at(0.5)}  p99 ${at(0.99)}`;
}

imports();
await answers();
await planning();
