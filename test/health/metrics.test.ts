import { describe, expect, it } from 'vitest';
import { detailsOf } from '../../src/calendar/meeting-details.ts';
import type { PlannedPost } from '../../src/reminders/post.ts';
import { meeting, readCalendar } from '../support/build.ts';
import { metricsOver, SCRAPED_AT, samplesOf } from '../support/metrics.ts';

const vitals = {
  isConnected: () => true,
  pingStore: async () => {},
  calendars: () => [
    { groupId: 'wg-x', state: readCalendar([], SCRAPED_AT.minus({ minutes: 3 })) },
    { groupId: 'sig-y', state: { kind: 'not published' } as const },
  ],
  problems: () => [
    { cause: 'membership', what: 'The bot is not in C1', advice: '', since: SCRAPED_AT } as const,
  ],
  jobs: () => [],
};

const post: PlannedPost = {
  kind: 'reminder',
  leadMinutes: 10,
  key: 'dm/U1/a/20261202T1700Z/10m',
  meetingId: 'a',
  destination: { kind: 'person', userId: 'U1' },
  details: detailsOf(meeting('2026-12-02T09:00')),
  asOf: SCRAPED_AT,
};

describe('a scrape', () => {
  it('tells what the bot looks like', async () => {
    const samples = samplesOf(await metricsOver(vitals).render());
    expect(samples.get('wg_serving_bot_calendar_age_seconds{group="wg-x"}')).toBe(180);
    expect(samples.get('wg_serving_bot_open_problems{cause="membership"}')).toBe(1);
    expect(samples.get('wg_serving_bot_open_problems{cause="calendar"}')).toBe(0);
    expect(samples.get('wg_serving_bot_event_loop_lag_seconds{quantile="0.99"}')).toBe(0.02);
    expect([...samples.keys()]).toContainEqual(
      expect.stringMatching(/^wg_serving_bot_build_info\{version="\d.*node_version="\d/),
    );
  });

  it('shows no age of a calendar that was never read', async () => {
    const state = { kind: 'never read', failing: true } as const;
    const never = { ...vitals, calendars: () => [{ groupId: 'wg-x', state }] };
    for (const given of [undefined, never]) {
      expect(await metricsOver(given).render()).not.toMatch(/calendar_age_seconds\{/);
    }
  });

  it('counts requests by command, way and outcome', async () => {
    const { observers, render } = metricsOver(vitals);
    const seen = { outcome: 'answered', seconds: 0.003 } as const;
    observers.request({ ...seen, command: 'upcoming', via: 'slash' });
    observers.request({ ...seen, command: 'upcoming', via: 'slash' });
    observers.request({ ...seen, command: 'agenda + contact', via: 'direct message' });
    observers.request({ command: 'apology', via: 'share', outcome: 'failed', seconds: 9 });
    const samples = samplesOf(await render());
    const count = (labels: string) => samples.get(`wg_serving_bot_requests_total{${labels}}`);
    expect(count('command="upcoming",way="slash",outcome="answered"')).toBe(2);
    expect(count('command="several",way="message",outcome="answered"')).toBe(1);
    expect(count('command="apology",way="button",outcome="failed"')).toBe(1);
    const bucket = 'wg_serving_bot_request_duration_seconds_bucket';
    expect(samples.get(`${bucket}{le="0.005",way="slash"}`)).toBe(2);
    expect(samples.get(`${bucket}{le="5",way="button"}`)).toBe(0);
  });

  it('counts what people say of answers, by intent', async () => {
    const { observers, render } = metricsOver(vitals);
    observers.feedback({ intent: 'join-link', verdict: 'helpful' });
    observers.feedback({ intent: 'join-link', verdict: 'not what I asked' });
    observers.feedback({ intent: 'join-link', verdict: 'not what I asked' });
    const samples = samplesOf(await render());
    const said = 'wg_serving_bot_feedback_total{intent="join-link"';
    expect(samples.get(`${said},verdict="helpful"}`)).toBe(1);
    expect(samples.get(`${said},verdict="not_what_i_asked"}`)).toBe(2);
  });

  it('counts posts, how late they are, and names nobody', async () => {
    const { observers, render } = metricsOver(vitals);
    const at = SCRAPED_AT.plus({ seconds: 40 });
    observers.attempt({ post, outcome: 'posted', at });
    observers.attempt({ post, outcome: 'rate limited', at });
    observers.attempt({ post, outcome: 'posted', at: at.minus({ minutes: 5 }) });
    const text = await render();
    const samples = samplesOf(text);
    const posts = 'wg_serving_bot_posts_total{kind="reminder",destination="person"';
    expect(samples.get(`${posts},outcome="posted"}`)).toBe(2);
    expect(samples.get(`${posts},outcome="rate_limited"}`)).toBe(1);
    const late = 'wg_serving_bot_reminder_lateness_seconds';
    expect(samples.get(`${late}_bucket{le="30",destination="person"}`)).toBe(1);
    expect(samples.get(`${late}_sum{destination="person"}`)).toBe(40);
    expect(text).not.toMatch(/U1|WG Serving/);
  });

  it('is another bot’s own', async () => {
    metricsOver(vitals).observers.readOf('wg-x')('ok');
    expect(await metricsOver(vitals).render()).not.toMatch(/calendar_reads_total\{/);
  });
});
