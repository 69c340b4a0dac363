import type { CalendarChange } from '../browser/act.ts';
import { AddEvent } from './add-event.tsx';
import { CalendarItem } from './calendar-item.tsx';
import type { PanelProps } from './panel.tsx';
import { RetireSwitch } from './retire-switch.tsx';
import { timeOfDay } from './time.ts';

/** The local Google Calendar, which can be edited as an organizer would. */
export function CalendarPanel(props: PanelProps) {
  const { state, actor, act } = props;
  const change = (what: CalendarChange) => void act({ do: 'change calendar', change: what });
  const { calendarReadAt: readAt } = state;
  return (
    <>
      <p className="hint">
        {readAt === undefined
          ? 'The bot has not read it yet.'
          : `The bot read it at ${timeOfDay(readAt, actor.zone)}, and reads it every five minutes.`}{' '}
        <button type="button" onClick={() => void act({ do: 'read calendar' })}>
          Read now
        </button>
      </p>
      <ul className="events">
        {state.calendar.map((entry) => (
          <CalendarItem key={entry.id} entry={entry} onChange={change} />
        ))}
      </ul>
      <AddEvent now={state.now} zone={state.groupZone} onChange={change} />
      <RetireSwitch {...props} />
    </>
  );
}
