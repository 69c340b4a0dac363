/** A part of the page that is hidden on a phone; one at a time is open. */
export type Drawer = 'sidebar' | 'clock' | 'panel' | undefined;

const DRAWERS = [
  { drawer: 'sidebar', label: 'Workspace' },
  { drawer: 'clock', label: 'Clock' },
  { drawer: 'panel', label: 'Tools' },
] as const;

interface DrawersProps {
  readonly open: Drawer;
  readonly onOpen: (drawer: Drawer) => void;
}

/** Opens and closes the parts of the page; a wide screen shows them all instead. */
export function Drawers({ open, onOpen }: DrawersProps) {
  return (
    <p className="drawers">
      {DRAWERS.map(({ drawer, label }) => (
        <button
          key={drawer}
          type="button"
          aria-expanded={drawer === open}
          onClick={() => onOpen(drawer === open ? undefined : drawer)}
        >
          {label}
        </button>
      ))}
    </p>
  );
}
