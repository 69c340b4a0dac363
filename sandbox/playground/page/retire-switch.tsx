import type { PanelProps } from './panel.tsx';
import { usePending } from './use-pending.ts';

/** Shows what the bot says of a group that no longer exists. */
export function RetireSwitch({ state, act }: PanelProps) {
  const [on, setOn] = usePending(state.retired);
  function toggle(): void {
    setOn(!on);
    void act({ do: 'retire', retired: !on });
  }
  return (
    <fieldset className="faults">
      <legend>The group</legend>
      <label>
        <input type="checkbox" role="switch" checked={on} aria-checked={on} onChange={toggle} />
        <span>
          Has retired
          <small>
            As WG Serving did in February 2026. Answers say so first, and reminders end. The bot is
            restarted with the changed group file.
          </small>
        </span>
      </label>
    </fieldset>
  );
}
