import { Duration } from 'luxon';
import type { SteppableClock } from '../../clock.ts';
import { ANY_REQUEST, type FaultRule, type Faults } from '../../faults.ts';
import type { LocalSlack } from '../../slack/server.ts';
import { type LocalYouTube, UNITS_A_DAY } from '../../youtube/youtube.ts';
import type { FaultEffect } from './fault-effect.ts';
import { FAULT_GROUPS } from './fault-switches.ts';
import type { FaultSwitch } from './state.ts';

/** What the switches act on. */
interface FaultyWorld {
  readonly googleFaults: Faults;
  readonly slackFaults: Faults;
  readonly slack: Pick<LocalSlack, 'drop' | 'setSocketFault'>;
  readonly youtube: Pick<LocalYouTube, 'setUnitsLeft'>;
  /** The bot's clock. */
  readonly clock: SteppableClock;
}

const SWITCHES = FAULT_GROUPS.flatMap(({ title, switches }) =>
  switches.map((one) => ({ ...one, service: title })),
);

/** The switches, and the faults that they cause. */
export class FaultBoard {
  readonly #world: FaultyWorld;
  /** Functions that end the effect of each switch that is on. */
  readonly #on = new Map<string, () => void>();

  constructor(world: FaultyWorld) {
    this.#world = world;
  }

  list(): readonly FaultSwitch[] {
    return SWITCHES.map(({ id, service, label, hint }) => {
      return { id, service, label, hint, on: this.#on.has(id) };
    });
  }

  set(id: string, on: boolean): void {
    const found = SWITCHES.find((one) => one.id === id);
    if (!found) throw new Error('There is no such switch.');
    this.#end(id);
    if (!on) return;
    // Connections can have only one fault at a time.
    if ('socket' in found.effect) {
      for (const { id, effect } of SWITCHES) if ('socket' in effect) this.#end(id);
    }
    this.#on.set(id, begin(found.effect, this.#world));
  }

  #end(id: string): void {
    this.#on.get(id)?.();
    this.#on.delete(id);
  }
}

/** Starts an effect, and returns a function that ends it. */
function begin(effect: FaultEffect, world: FaultyWorld): () => void {
  const { googleFaults, slackFaults, slack, youtube, clock } = world;
  if ('google' in effect) {
    const { google: kind, of = [ANY_REQUEST] } = effect;
    return addAll(
      googleFaults,
      of.map((on) => ({ on, kind })),
    );
  }
  if ('youTubeUnits' in effect) {
    youtube.setUnitsLeft(effect.youTubeUnits);
    return () => youtube.setUnitsLeft(UNITS_A_DAY);
  }
  if ('slack' in effect) return addAll(slackFaults, effect.slack);
  if ('socket' in effect) return spoilSocket(effect.socket, slackFaults, slack);
  clock.step(effect.clock);
  return () => clock.step(Duration.fromDurationLike(effect.clock).negate());
}

function addAll(faults: Faults, rules: readonly FaultRule[]): () => void {
  const ends = rules.map((rule) => faults.add(rule));
  return () => {
    for (const end of ends) end();
  };
}

function spoilSocket(
  fault: Extract<FaultEffect, { socket: unknown }>['socket'],
  slackFaults: Faults,
  slack: FaultyWorld['slack'],
): () => void {
  if (fault === 'silent') {
    slack.setSocketFault(fault);
    return () => slack.setSocketFault(undefined);
  }
  // A fault in new connections only shows once the old one is gone.
  if (fault === 'refused') {
    const end = slackFaults.add({ on: 'apps.connections.open', kind: 'server error' });
    slack.drop();
    return end;
  }
  slack.setSocketFault(fault);
  slack.drop();
  return () => slack.setSocketFault(undefined);
}
