import type { Act } from '../browser/act.ts';
import type { Actor, PlaygroundState } from '../browser/state.ts';
import { Blocks } from './blocks.tsx';
import { PlaceHeader } from './place-header.tsx';

interface HomeTabProps {
  readonly state: PlaygroundState;
  readonly actor: Actor;
  readonly act: (act: Act) => Promise<void>;
}

/** The bot's Home tab as the actor sees it. */
export function HomeTab({ state, actor, act }: HomeTabProps) {
  const blocks = state.homes[actor.id];
  return (
    <>
      <PlaceHeader name="WG Serving">Home tab of the {actor.role}</PlaceHeader>
      <section className="messages home" aria-label="Home tab" tabIndex={0}>
        {blocks ? (
          <Blocks blocks={blocks} state={state} actor={actor} act={act} />
        ) : (
          <p className="empty">The bot is publishing it…</p>
        )}
      </section>
    </>
  );
}
