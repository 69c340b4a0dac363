import type { PanelProps } from './panel.tsx';
import { Switch } from './switch.tsx';

/** Shows what the bot says of a group that no longer exists. */
export function RetireSwitch({ state, act }: PanelProps) {
  return (
    <fieldset className="faults">
      <legend>The group</legend>
      <Switch
        label="Has retired"
        hint="As WG Serving did in February 2026. Answers say so first, and reminders end. The bot is restarted with the changed group file."
        on={state.retired}
        onSwitch={(retired) => void act({ do: 'retire', retired })}
      />
    </fieldset>
  );
}
