import type { PanelProps } from './panel.tsx';
import { Switch } from './switch.tsx';

/** Switches for things that can go wrong outside the bot. */
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
          <legend>{service}</legend>
          {switches.map(({ id, label, hint, on }) => (
            <Switch
              key={id}
              label={label}
              hint={hint}
              on={on}
              onSwitch={(next) => void act({ do: 'switch fault', id, on: next })}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}
