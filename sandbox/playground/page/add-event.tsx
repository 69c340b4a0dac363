import { DateTime } from 'luxon';
import { type FormEvent, useId, useState } from 'react';
import type { CalendarChange } from '../browser/act.ts';
import { cityOf } from './time.ts';

const HOSTILE_TITLE =
  '<!channel> *Free* <https://evil.example|Zoom> & ~gone~ <script>alert(1)</script>';
const MINUTES = 60;

interface AddEventProps {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly zone: string;
  readonly onChange: (change: CalendarChange) => void;
}

/** Adds an event, by default on the day after the clock's. */
export function AddEvent({ now, zone, onChange }: AddEventProps) {
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<string>();
  const hint = useId();
  const start = chosen ?? tomorrowAtTen(now, zone);
  const at = DateTime.fromISO(start, { zone });
  const isBehind = at.isValid && at.plus({ minutes: MINUTES }).toMillis() <= now;

  function add(event: FormEvent): void {
    event.preventDefault();
    if (!at.isValid) return;
    onChange({ kind: 'add', title, start: at.toMillis(), minutes: MINUTES });
    setTitle('');
    setChosen(undefined);
  }

  return (
    <form className="add" onSubmit={add}>
      <h3>Add an event</h3>
      <label>
        Title
        <input value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label>
        Start, in {cityOf(zone)}
        <input
          type="datetime-local"
          required
          value={start}
          aria-describedby={hint}
          onChange={(event) => setChosen(event.target.value)}
        />
      </label>
      <p id={hint} className="hint" hidden={!isBehind}>
        That is in the past: the event will already be over.
      </p>
      <p>
        <button type="submit">Add</button>
        <button type="button" onClick={() => setTitle(HOSTILE_TITLE)}>
          Try a hostile title
        </button>
      </p>
    </form>
  );
}

function tomorrowAtTen(now: number, zone: string): string {
  const at = DateTime.fromMillis(now, { zone }).plus({ days: 1 }).set({ hour: 10 });
  return at.startOf('hour').toFormat("yyyy-MM-dd'T'HH:mm");
}
