import { useEffect, useRef, useState } from 'react';
import type { Act } from '../browser/act.ts';
import type { Actor, PlaygroundState } from '../browser/state.ts';
import { Composer, type Purpose } from './composer.tsx';
import { MessageRow } from './message-row.tsx';
import { type Message, messagesIn, type Place, threadsOf } from './view.ts';

interface ConversationProps {
  readonly state: PlaygroundState;
  readonly actor: Actor;
  readonly place: Exclude<Place, 'home'>;
  readonly seenUpTo: string;
  readonly act: (act: Act) => Promise<void>;
}

const NEW: Purpose = { kind: 'new' };

/** Messages of a channel or of the direct messages, with what is written below. */
export function Conversation({ state, actor, place, seenUpTo, act }: ConversationProps) {
  const [purpose, setPurpose] = useState<Purpose>(NEW);
  // What was new when the place was opened stays marked while it is read.
  const [newAfter] = useState(seenUpTo);
  const messages = messagesIn(state, actor, place);
  const end = useScrollToEnd(messages);
  const firstNew = newAfter === '' ? undefined : messages.find(({ ts }) => ts > newAfter);
  const name = place === 'channel' ? `#${state.channel.name}` : 'WG Serving';
  const row = (message: Message) => (
    <MessageRow
      key={message.ts}
      message={message}
      state={state}
      actor={actor}
      act={act}
      onPurpose={setPurpose}
    />
  );

  function send(text: string): void {
    setPurpose(NEW);
    if (purpose.kind === 'edit') void act({ do: 'edit', ts: purpose.message.ts, text });
    else {
      const threadTs = purpose.kind === 'reply' ? purpose.message.ts : undefined;
      void act({ do: 'write', as: actor.role, place, text, ...(threadTs && { threadTs }) });
    }
  }

  return (
    <>
      <header className="place-header">
        <h1>{name}</h1>
        <p>
          {place === 'channel' ? 'The group’s channel' : `Between the bot and the ${actor.role}`}
        </p>
      </header>
      <section className="messages" aria-label={`Messages in ${name}`} tabIndex={0}>
        {messages.length === 0 && <Empty place={place} />}
        <ol>
          {threadsOf(messages).map(({ root, replies }) => (
            <li key={root.ts}>
              {root === firstNew && <p className="new-mark">New</p>}
              {row(root)}
              {replies.length > 0 && (
                <div className="thread">
                  <p className="thread-count">
                    {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
                  </p>
                  {replies.map(row)}
                </div>
              )}
            </li>
          ))}
        </ol>
        <div ref={end} />
      </section>
      <Composer
        label={`Message ${name}`}
        purpose={purpose}
        completions={state.completions}
        onSend={send}
        onCancel={() => setPurpose(NEW)}
      />
    </>
  );
}

function Empty({ place }: { readonly place: Exclude<Place, 'home'> }) {
  return (
    <p className="empty">
      {place === 'channel' ? (
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

function useScrollToEnd(messages: readonly Message[]) {
  const end = useRef<HTMLDivElement>(null);
  const count = messages.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  return end;
}
