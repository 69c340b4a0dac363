import { DateTime } from 'luxon';
import { type FormEvent, useState } from 'react';
import type { CalendarChange } from '../browser/act.ts';
import type { CalendarEntry } from '../browser/state.ts';
import type { PanelProps } from './panel.tsx';
import { cityOf, dateAndTime, dayOf, timeOfDay } from './time.ts';

const HOSTILE_TITLE =
  '<!channel> *Free* <https://evil.example|Zoom> & ~gone~ <script>alert(1)</script>';
const OTHER_LINK = 'https://zoom.us/j/4242424242?pwd=b3RoZXI';

/** The local Google Calendar, to be changed as an organizer would. */
export function CalendarPanel({ state, actor, act }: PanelProps) {
  const change = (what: CalendarChange) => void act({ do: 'change calendar', change: what });
  const { calendarReadAt: readAt } = state;
  return (
    <>
      <p className="hint">
        {readAt === undefined
          ? 'The bot has not read it yet.'
          : `The bot read it at ${timeOfDay(readAt, actor.zone)}, and does so every five minutes.`}{' '}
        <button type="button" onClick={() => void act({ do: 'read calendar' })}>
          Read now
        </button>
      </p>
      <ul className="events">
        {state.calendar.map((entry) => (
          <Entry key={entry.id} entry={entry} zone={actor.zone} onChange={change} />
        ))}
      </ul>
      <AddEvent now={state.now} zone={state.groupZone} onChange={change} />
    </>
  );
}

interface EntryProps {
  readonly entry: CalendarEntry;
  readonly zone: string;
  readonly onChange: (change: CalendarChange) => void;
}

function Entry({ entry, zone, onChange }: EntryProps) {
  const { id, title, start, end, allDay, cancelled, recurring } = entry;
  const when = allDay
    ? `${dayOf(start, 'UTC')}, all day`
    : `${dateAndTime(start, zone)} to ${timeOfDay(end, zone)}`;
  return (
    <li className={cancelled ? 'event cancelled' : 'event'}>
      <p className="event-title">{title}</p>
      <p className="event-time">
        {when}
        {recurring && ' · repeats'}
        {cancelled && ' · cancelled'}
      </p>
      {!cancelled && !allDay && (
        <details>
          <summary>
            Change<span className="hidden"> {title}</span>
          </summary>
          <div className="event-tools">
            <button type="button" onClick={() => onChange({ kind: 'move', id, minutes: 30 })}>
              30 min later
            </button>
            <button type="button" onClick={() => onChange({ kind: 'move', id, minutes: 1440 })}>
              A day later
            </button>
            <button type="button" onClick={() => onChange({ kind: 'cancel', id })}>
              Cancel
            </button>
            <button
              type="button"
              onClick={() => onChange({ kind: 'new link', id, link: OTHER_LINK })}
            >
              Other Zoom link
            </button>
            {recurring && (
              <button
                type="button"
                onClick={() => onChange({ kind: 'move this and following', id, minutes: 60 })}
              >
                This and following: 1 h later
              </button>
            )}
            <button type="button" onClick={() => onChange({ kind: 'delete', id })}>
              {recurring ? 'Delete the series' : 'Delete'}
            </button>
          </div>
          <Rename
            title={title}
            onRename={(next) => onChange({ kind: 'rename', id, title: next })}
          />
        </details>
      )}
    </li>
  );
}

function Rename({
  title,
  onRename,
}: {
  readonly title: string;
  readonly onRename: (title: string) => void;
}) {
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

interface AddEventProps {
  readonly now: number;
  readonly zone: string;
  readonly onChange: (change: CalendarChange) => void;
}

function AddEvent({ now, zone, onChange }: AddEventProps) {
  const [title, setTitle] = useState('');
  const [start, setStart] = useState(() => tomorrowAtTen(now, zone));
  function add(event: FormEvent): void {
    event.preventDefault();
    const at = DateTime.fromISO(start, { zone });
    if (!at.isValid) return;
    onChange({ kind: 'add', title, start: at.toMillis(), minutes: 60 });
    setTitle('');
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
          onChange={(event) => setStart(event.target.value)}
        />
      </label>
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
