import { type FormEvent, useState } from 'react';
import type { CalendarChange } from '../browser/act.ts';
import type { CalendarEntry } from '../browser/state.ts';
import { useReader } from './reader.tsx';
import { dateAndTime, dayOf, timeOfDay } from './time.ts';

const OTHER_LINK = 'https://zoom.us/j/4242424242?pwd=b3RoZXI';

// For anything longer, the end's time of day alone could look like it is before the start.
const LONG_MS = 18 * 60 * 60 * 1000;

const MOVES = [
  { label: '30 min earlier', minutes: -30 },
  { label: '30 min later', minutes: 30 },
  { label: 'A day earlier', minutes: -1440 },
  { label: 'A day later', minutes: 1440 },
] as const;

const SERIES_MOVES = [
  { label: 'This and following: 1 h earlier', minutes: -60 },
  { label: 'This and following: 1 h later', minutes: 60 },
] as const;

interface CalendarItemProps {
  readonly entry: CalendarEntry;
  readonly onChange: (change: CalendarChange) => void;
}

/** One entry of the calendar, and what can be done to it. */
export function CalendarItem({ entry, onChange }: CalendarItemProps) {
  const { zone, now } = useReader();
  const { title, allDay, cancelled, recurring } = entry;
  const over = !allDay && (entry.end ?? entry.start) <= now;
  return (
    <li className={cancelled ? 'event cancelled' : 'event'}>
      <p className="event-title">{title}</p>
      <p className="event-time">
        {whenOf(entry, zone)}
        {recurring && ' · repeats'}
        {cancelled && ' · cancelled'}
        {over && !cancelled && ' · over'}
      </p>
      {!cancelled && !allDay && <Changes entry={entry} onChange={onChange} />}
    </li>
  );
}

function whenOf({ start, end, allDay }: CalendarEntry, zone: string): string {
  if (allDay) return `${dayOf(start, 'UTC')}, all day`;
  if (end === undefined || end === start) return dateAndTime(start, zone);
  const until = end - start < LONG_MS ? timeOfDay(end, zone) : dateAndTime(end, zone);
  return `${dateAndTime(start, zone)} to ${until}`;
}

function Changes({ entry: { id, title, recurring }, onChange }: CalendarItemProps) {
  return (
    <details>
      <summary>
        Change<span className="hidden"> {title}</span>
      </summary>
      <div className="event-tools">
        {MOVES.map(({ label, minutes }) => (
          <Tool key={label} label={label} onUse={() => onChange({ kind: 'move', id, minutes })} />
        ))}
        {recurring &&
          SERIES_MOVES.map(({ label, minutes }) => (
            <Tool
              key={label}
              label={label}
              onUse={() => onChange({ kind: 'move this and following', id, minutes })}
            />
          ))}
        <Tool
          label="Other Zoom link"
          onUse={() => onChange({ kind: 'new link', id, link: OTHER_LINK })}
        />
        <Tool label="Cancel" onUse={() => onChange({ kind: 'cancel', id })} />
        <Tool
          label={recurring ? 'Delete the series' : 'Delete'}
          onUse={() => onChange({ kind: 'delete', id })}
        />
      </div>
      <Rename title={title} onRename={(next) => onChange({ kind: 'rename', id, title: next })} />
    </details>
  );
}

function Tool({ label, onUse }: { readonly label: string; readonly onUse: () => void }) {
  return (
    <button type="button" onClick={onUse}>
      {label}
    </button>
  );
}

interface RenameProps {
  readonly title: string;
  readonly onRename: (title: string) => void;
}

function Rename({ title, onRename }: RenameProps) {
  const [text, setText] = useState(title);
  function rename(event: FormEvent): void {
    event.preventDefault();
    onRename(text);
  }
  return (
    <form className="inline" onSubmit={rename}>
      <input
        aria-label="New title"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit">Rename</button>
    </form>
  );
}
