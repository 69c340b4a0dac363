import { useEffect, useState } from 'react';
import type { Actor, PlaygroundState } from '../browser/state.ts';
import { Alerts } from './alerts.tsx';
import { ClockBar } from './clock-bar.tsx';
import { Conversation } from './conversation.tsx';
import { type Drawer, Drawers } from './drawers.tsx';
import { HomeTab } from './home-tab.tsx';
import { ModalDialog } from './modal-dialog.tsx';
import { Panel } from './panel.tsx';
import { ReaderProvider } from './reader.tsx';
import { Sidebar } from './sidebar.tsx';
import type { Playground } from './use-playground.ts';
import { messagesIn, type Place } from './view.ts';

/** The last message that each actor has seen in each place. */
export type Seen = Readonly<Record<string, string>>;

interface WorkspaceProps {
  readonly playground: Playground;
  readonly state: PlaygroundState;
}

/** The whole page: the workspace as one of its people sees it, and what is behind it. */
export function Workspace({ playground, state }: WorkspaceProps) {
  const { act } = playground;
  const [role, setRole] = useState<Actor['role']>('member');
  const [place, setPlace] = useState<Place>('channel');
  const [drawer, setDrawer] = useState<Drawer>();
  const actor = state.actors.find((one) => one.role === role) ?? state.actors[0];
  const seen = useSeen(state, actor, place);
  if (!actor) return null;

  function open(next: Place): void {
    setPlace(next);
    setDrawer(undefined);
    if (next === 'home') void act({ do: 'open home', as: role });
  }

  function become(next: Actor['role']): void {
    setRole(next);
    const id = state.actors.find((one) => one.role === next)?.id ?? '';
    if (place === 'organizers' && !state.organizersChannel.members.includes(id)) open('channel');
    if (place === 'home') void act({ do: 'open home', as: next });
  }

  const modal = state.modals[actor.id];
  return (
    <ReaderProvider zone={actor.zone} now={state.now}>
      <div className="app" data-drawer={drawer}>
        <ClockBar state={state} actor={actor} playground={playground}>
          <Drawers open={drawer} onOpen={setDrawer} />
        </ClockBar>
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
        {modal && (
          <ModalDialog key={modal.id} modal={modal} state={state} actor={actor} act={act} />
        )}
      </div>
    </ReaderProvider>
  );
}

/** Marks what is open as seen, a while after it arrives. */
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
