import type { PlaygroundState } from '../browser/state.ts';
import type { PanelProps } from './panel.tsx';
import { usePending } from './use-pending.ts';

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
          {switches.map((fault) => (
            <Switch
              key={fault.id}
              fault={fault}
              onSwitch={(on) => void act({ do: 'switch fault', id: fault.id, on })}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}

interface SwitchProps {
  readonly fault: PlaygroundState['faults'][number];
  readonly onSwitch: (on: boolean) => void;
}

function Switch({ fault, onSwitch }: SwitchProps) {
  const [on, setOn] = usePending(fault.on);
  function toggle(): void {
    setOn(!on);
    onSwitch(!on);
  }
  return (
    <label>
      <input type="checkbox" role="switch" checked={on} aria-checked={on} onChange={toggle} />
      <span>
        {fault.label}
        <small>{fault.hint}</small>
      </span>
    </label>
  );
}
