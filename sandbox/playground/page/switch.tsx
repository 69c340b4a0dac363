import { usePending } from './use-pending.ts';

interface SwitchProps {
  readonly label: string;
  /** What it does, for someone who doesn't know it. */
  readonly hint: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** Turns something on and off. */
export function Switch({ label, hint, on: held, onSwitch }: SwitchProps) {
  const [on, setOn] = usePending(held);
  function toggle(): void {
    setOn(!on);
    onSwitch(!on);
  }
  return (
    <label>
      <input type="checkbox" role="switch" checked={on} aria-checked={on} onChange={toggle} />
      <span>
        {label}
        <small>{hint}</small>
      </span>
    </label>
  );
}
