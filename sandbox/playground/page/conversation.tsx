import { useState } from 'react';
import type { Act } from '../browser/act.ts';
import type { Actor, PlaygroundState } from '../browser/state.ts';
import { Composer, type Purpose } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { MessageRow } from './message-row.tsx';
import { PlaceHeader } from './place-header.tsx';
import { useOpenThreads } from './use-open-threads.ts';
import { messagesIn, type Place, threadOf } from './view.ts';

interface ConversationProps {
  readonly state: PlaygroundState;
  readonly actor: Actor;
  readonly place: Exclude<Place, 'home'>;
  readonly seenUpTo: string;
  readonly act: (act: Act) => Promise<void>;
}

const NEW: Purpose = { kind: 'new' };

/** The messages in the channel or the direct messages, with the composer below. */
export function Conversation({ state, actor, place, seenUpTo, act }: ConversationProps) {
  const [purpose, setPurpose] = useState<Purpose>(NEW);
  const threads = useOpenThreads();
  const { name, purpose: what } = describe(state, actor, place);

  function send(text: string): void {
    setPurpose(NEW);
    if (purpose.kind === 'edit') void act({ do: 'edit', ts: purpose.message.ts, text });
    else {
      const threadTs = purpose.kind === 'reply' ? threadOf(purpose.message) : undefined;
      void act({ do: 'write', as: actor.role, place, text, ...(threadTs && { threadTs }) });
    }
  }

  function begin(next: Purpose): void {
    if (next.kind === 'reply') threads.open(threadOf(next.message));
    setPurpose(next);
  }

  return (
    <>
      <PlaceHeader name={name}>{what}</PlaceHeader>
      <MessageList
        name={name}
        messages={messagesIn(state, actor, place)}
        zone={actor.zone}
        seenUpTo={seenUpTo}
        threads={threads}
        empty={<Empty place={place} />}
        row={(message) => (
          <MessageRow
            key={message.ts}
            message={message}
            state={state}
            actor={actor}
            act={act}
            onPurpose={begin}
          />
        )}
      />
      <Composer
        label={`Message ${name}`}
        purpose={purpose}
        completions={state.completions}
        shortcuts={state.shortcuts.filter(({ type }) => type === 'global')}
        onShortcut={(callbackId) => void act({ do: 'use shortcut', as: actor.role, callbackId })}
        onSend={send}
        onCancel={() => setPurpose(NEW)}
      />
    </>
  );
}

/** What a place is called, and what it is. */
function describe(state: PlaygroundState, actor: Actor, place: Exclude<Place, 'home'>) {
  switch (place) {
    case 'channel':
      return { name: `#${state.channel.name}`, purpose: 'The group’s channel' };
    case 'organizers':
      return { name: `#${state.organizersChannel.name}`, purpose: 'The organizers’ own channel' };
    case 'direct':
      return { name: 'WG Serving', purpose: `Between the bot and the ${actor.role}` };
  }
}

function Empty({ place }: { readonly place: Exclude<Place, 'home'> }) {
  return (
    <p className="empty">
      {place !== 'direct' ? (
        <>
          Try <code>/wg-serving next-meeting</code>, or ask{' '}
          <code>@wg-serving where is the autoscaling doc?</code>
        </>
      ) : (
        <>
          Ask the bot something, such as <code>zoom link pls</code>
        </>
      )}
    </p>
  );
}
