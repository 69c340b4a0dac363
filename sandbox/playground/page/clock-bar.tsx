import { DateTime } from 'luxon';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Jump } from '../browser/act.ts';
import type { Actor, PlaygroundState } from '../browser/state.ts';
import { useReader } from './reader.tsx';
import { cityOf, dayOf, timeOfDay } from './time.ts';
import type { Playground } from './use-playground.ts';

interface ClockBarProps {
  readonly state: PlaygroundState;
  readonly actor: Actor;
  readonly playground: Playground;
  /** What else is in the bar. */
  readonly children: ReactNode;
}

const JUMPS: readonly { readonly label: string; readonly to: Jump }[] = [
  { label: 'Next post', to: { kind: 'next post' } },
  { label: '+5 min', to: { kind: 'minutes', minutes: 5 } },
  { label: '+1 h', to: { kind: 'minutes', minutes: 60 } },
  { label: '+1 day', to: { kind: 'minutes', minutes: 1440 } },
  { label: 'Meeting starts', to: { kind: 'meeting start' } },
  { label: 'Meeting ends', to: { kind: 'meeting end' } },
];

/** The bot's clock, and the controls for moving it. */
export function ClockBar({ state, actor, playground, children }: ClockBarProps) {
  const { act, busy } = playground;
  const { now } = useReader();
  const { groupZone } = state;
  return (
    <header className="clock-bar">
      <p className="brand">
        <strong>WG Serving bot</strong> playground
      </p>
      <dl className="clocks">
        <Clock now={now} zone={groupZone} label={`${cityOf(groupZone)}, the group`} />
        <Clock now={now} zone={actor.zone} label={`${actor.city}, you`} />
      </dl>
      {children}
      <fieldset className="jumps" disabled={busy} aria-busy={busy}>
        <legend className="hidden">Move the clock</legend>
        {JUMPS.map(({ label, to }) => (
          <button key={label} type="button" onClick={() => void act({ do: 'jump', to })}>
            {label}
          </button>
        ))}
        <JumpToMoment zone={groupZone} onJump={(to) => act({ do: 'jump', to })} />
      </fieldset>
    </header>
  );
}

function Clock({
  now,
  zone,
  label,
}: {
  readonly now: number;
  readonly zone: string;
  readonly label: string;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {dayOf(now, zone)} <strong>{timeOfDay(now, zone, true)}</strong>
      </dd>
    </div>
  );
}

interface JumpToMomentProps {
  readonly zone: string;
  readonly onJump: (to: Jump) => Promise<void>;
}

function JumpToMoment({ zone, onJump }: JumpToMomentProps) {
  const [text, setText] = useState('');
  function jump(event: FormEvent): void {
    event.preventDefault();
    const at = DateTime.fromISO(text, { zone });
    if (at.isValid) void onJump({ kind: 'moment', at: at.toMillis() });
  }
  return (
    <form onSubmit={jump} className="moment">
      <input
        type="datetime-local"
        aria-label={`Date and time in ${cityOf(zone)}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit">Jump</button>
    </form>
  );
}
