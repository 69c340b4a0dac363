import { Counter, Histogram, Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { ObserveFeedback } from '../feedback/tally.ts';
import type { RequestSeen } from '../slack/ports.ts';
import { type EventLoopLag, registerGauges } from './gauges.ts';
import type { Observers } from './observers.ts';
import type { Vitals } from './vitals.ts';

export interface Metrics {
  readonly observers: Observers;
  readonly contentType: string;
  render(): Promise<string>;
}

const ANSWER_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const LATE_BUCKETS = [1, 5, 15, 30, 60, 120, 300, 900, 3600];

/** The bot's metrics, in a registry of their own. `vitals` are undefined while the bot starts. */
export function botMetrics(
  vitals: () => Vitals | undefined,
  clock: Clock,
  lag: EventLoopLag,
): Metrics {
  const registry = new Registry();
  registerGauges(registry, vitals, clock, lag);
  return {
    observers: observersOf(registry),
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}

function observersOf(registry: Registry): Observers {
  return {
    request: requestObserver([registry]),
    feedback: feedbackObserver([registry]),
    attempt: attemptObserver([registry]),
    readOf: readObserver([registry]),
    call: callObserver([registry]),
  };
}

function requestObserver(registers: Registry[]): Observers['request'] {
  const requests = new Counter({
    name: 'wg_serving_bot_requests_total',
    help: 'Requests of people, by command, by the way they came, and outcome',
    labelNames: ['command', 'way', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'wg_serving_bot_request_duration_seconds',
    help: 'Time to answer a request, without the way to Slack',
    labelNames: ['way'],
    buckets: ANSWER_BUCKETS,
    registers,
  });
  return ({ command, via, outcome, seconds }) => {
    const way = wayOf(via);
    requests.inc({ command: oneCommand(command), way, outcome });
    durations.observe({ way }, seconds);
  };
}

function feedbackObserver(registers: Registry[]): ObserveFeedback {
  const feedback = new Counter({
    name: 'wg_serving_bot_feedback_total',
    help: 'What people said of answers to questions in free words, by what the question was taken for',
    labelNames: ['intent', 'verdict'],
    registers,
  });
  return ({ intent, verdict }) => feedback.inc({ intent, verdict: asLabel(verdict) });
}

function attemptObserver(registers: Registry[]): Observers['attempt'] {
  const posts = new Counter({
    name: 'wg_serving_bot_posts_total',
    help: 'Attempts to post a reminder or notice, by kind, destination and outcome',
    labelNames: ['kind', 'destination', 'outcome'],
    registers,
  });
  const lateness = new Histogram({
    name: 'wg_serving_bot_reminder_lateness_seconds',
    help: 'How long after its lead time a reminder was posted',
    labelNames: ['destination'],
    buckets: LATE_BUCKETS,
    registers,
  });
  return ({ post, outcome, at }) => {
    const destination = post.destination.kind;
    posts.inc({ kind: post.kind, destination, outcome: asLabel(outcome) });
    if (post.kind !== 'reminder' || outcome !== 'posted') return;
    const due = post.details.start.minus({ minutes: post.leadMinutes });
    lateness.observe({ destination }, Math.max(0, at.diff(due).as('seconds')));
  };
}

function readObserver(registers: Registry[]): Observers['readOf'] {
  const reads = new Counter({
    name: 'wg_serving_bot_calendar_reads_total',
    help: 'Readings of the calendar, by group and outcome',
    labelNames: ['group', 'outcome'],
    registers,
  });
  return (group) => (outcome) => reads.inc({ group, outcome });
}

function callObserver(registers: Registry[]): Observers['call'] {
  const calls = new Counter({
    name: 'wg_serving_bot_slack_calls_total',
    help: 'Calls of Slack’s Web API, by method and outcome',
    labelNames: ['method', 'outcome'],
    registers,
  });
  return (method, outcome) => calls.inc({ method, outcome: asLabel(outcome) });
}

function asLabel(words: string): string {
  return words.toLowerCase().replaceAll(' ', '_');
}

function wayOf(via: RequestSeen['via']): string {
  switch (via) {
    case 'direct message':
      return 'message';
    case 'share':
      return 'button';
    default:
      return via;
  }
}

/** Two answers to one question are named after both; each pair as a label of its own would be too many. */
function oneCommand(command: string): string {
  return command.includes(' ') ? 'several' : command;
}
