import { useEffect, useState } from 'react';
import type { Actor, PlaygroundState } from '../browser/state.ts';
import { ClockBar } from './clock-bar.tsx';
import { Conversation } from './conversation.tsx';
import { HomeTab } from './home-tab.tsx';
import { ModalDialog } from './modal-dialog.tsx';
import { Panel } from './panel.tsx';
import { Sidebar } from './sidebar.tsx';
import { type Playground, usePlayground } from './use-playground.ts';
import { messagesIn, type Place } from './view.ts';

/** Which message each actor has seen last in each place. */
export type Seen = Readonly<Record<string, string>>;

export function App() {
  const playground = usePlayground();
  const { state } = playground;
  if (!state) {
    return (
      <main className="starting" aria-busy="true">
        {playground.connected ? 'Starting the playground…' : <Lost />}
      </main>
    );
  }
  return <Workspace playground={playground} state={state} />;
}

interface WorkspaceProps {
  readonly playground: Playground;
  readonly state: PlaygroundState;
}

function Workspace({ playground, state }: WorkspaceProps) {
  const { act } = playground;
  const [role, setRole] = useState<Actor['role']>('member');
  const [place, setPlace] = useState<Place>('channel');
  const actor = state.actors.find((one) => one.role === role) ?? state.actors[0];
  const seen = useSeen(state, actor, place);
  if (!actor) return null;

  function open(next: Place): void {
    setPlace(next);
    if (next === 'home') void act({ do: 'open home', as: role });
  }

  function become(next: Actor['role']): void {
    setRole(next);
    if (place === 'home') void act({ do: 'open home', as: next });
  }

  const modal = state.modals[actor.id];
  return (
    <div className="app">
      <ClockBar state={state} actor={actor} playground={playground} />
      <Sidebar
        state={state}
        actor={actor}
        place={place}
        seen={seen}
        onOpen={open}
        onActAs={become}
      />
      <main className="place">
        {place === 'home' ? (
          <HomeTab state={state} actor={actor} act={act} />
        ) : (
          <Conversation
            key={`${role} ${place}`}
            state={state}
            actor={actor}
            place={place}
            seenUpTo={seen[`${role} ${place}`] ?? ''}
            act={act}
          />
        )}
      </main>
      <Panel state={state} actor={actor} act={act} />
      <Alerts playground={playground} />
      {modal && <ModalDialog modal={modal} state={state} actor={actor} act={act} />}
    </div>
  );
}

/** Marks what is open as seen, a while after it came. */
function useSeen(state: PlaygroundState, actor: Actor | undefined, place: Place): Seen {
  const [seen, setSeen] = useState<Seen>({});
  const last = actor && messagesIn(state, actor, place).at(-1)?.ts;
  const key = actor && `${actor.role} ${place}`;
  useEffect(() => {
    if (last === undefined || key === undefined) return;
    const timer = setTimeout(() => setSeen((before) => ({ ...before, [key]: last })), 1500);
    return () => clearTimeout(timer);
  }, [key, last]);
  return seen;
}

function Alerts({
  playground: { failure, connected, dismiss },
}: {
  readonly playground: Playground;
}) {
  return (
    <div className="alerts" role="alert">
      {!connected && (
        <p className="alert">
          <Lost />
        </p>
      )}
      {failure !== undefined && (
        <p className="alert">
          {failure}
          <button type="button" onClick={dismiss}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}

function Lost() {
  return (
    <>
      The playground has stopped. Start it again with <code>npm run playground</code>; this page
      finds it by itself.
    </>
  );
}
