import type { PanelProps } from './panel.tsx';

/** Switches for what can go wrong outside the bot. */
export function FaultsPanel({ state, act }: PanelProps) {
  const services = [...Map.groupBy(state.faults, ({ service }) => service)];
  return (
    <>
      <p className="hint">
        While a switch is on, each request to the service goes wrong in that way. Ask the bot
        something, or turn the clock, and see what it says.
      </p>
      {services.map(([service, switches]) => (
        <fieldset key={service} className="faults">
          <legend>{service === 'Google' ? 'Google Calendar' : 'Slack, for messages'}</legend>
          {switches.map(({ id, label, hint, on }) => (
            <label key={id}>
              <input
                type="checkbox"
                role="switch"
                checked={on}
                aria-checked={on}
                onChange={() => void act({ do: 'switch fault', id, on: !on })}
              />
              <span>
                {label}
                <small>{hint}</small>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}
