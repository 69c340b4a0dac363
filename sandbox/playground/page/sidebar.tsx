import type { Actor, PlaygroundState } from '../browser/state.ts';
import { useReader } from './reader.tsx';
import { timeOfDay } from './time.ts';
import { messagesIn, type Place, unread } from './view.ts';
import type { Seen } from './workspace.tsx';

interface SidebarProps {
  readonly state: PlaygroundState;
  readonly actor: Actor;
  readonly place: Place;
  readonly seen: Seen;
  readonly onOpen: (place: Place) => void;
  readonly onActAs: (role: Actor['role']) => void;
}

/** The places in the workspace, and who to act as. */
export function Sidebar({ state, actor, place, seen, onOpen, onActAs }: SidebarProps) {
  const { now } = useReader();
  const { organizersChannel } = state;
  const isOrganizer = organizersChannel.members.includes(actor.id);
  const places: { readonly place: Place; readonly label: string }[] = [
    { place: 'channel', label: `# ${state.channel.name}` },
    ...(isOrganizer
      ? [{ place: 'organizers' as const, label: `# ${organizersChannel.name}` }]
      : []),
    { place: 'direct', label: 'WG Serving' },
    { place: 'home', label: 'Home tab' },
  ];
  return (
    <nav className="sidebar" aria-label="Workspace">
      <h2>Workspace</h2>
      <ul>
        {places.map(({ place: one, label }) => {
          const news =
            one === 'home'
              ? 0
              : unread(messagesIn(state, actor, one), actor, seen[`${actor.role} ${one}`] ?? '');
          return (
            <li key={one}>
              <button
                type="button"
                aria-current={one === place ? 'page' : undefined}
                onClick={() => onOpen(one)}
              >
                <span>{label}</span>
                {news > 0 && one !== place && (
                  <span className="badge">
                    {news}
                    <span className="hidden"> unread</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      <fieldset>
        <legend>Act as</legend>
        {state.actors.map(({ role, zone, city }) => (
          <label key={role} className="actor">
            <input
              type="radio"
              name="actor"
              checked={role === actor.role}
              onChange={() => onActAs(role)}
            />
            <span>
              <span className="actor-role">{role}</span>
              <span className="actor-zone">
                {city}, {timeOfDay(now, zone)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </nav>
  );
}
