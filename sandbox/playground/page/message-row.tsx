import type { SlackBlock } from '../../slack/block-kit.ts';
import type { Act } from '../browser/act.ts';
import type { Actor, PlaygroundState } from '../browser/state.ts';
import { Blocks, Drawn } from './blocks.tsx';
import type { Purpose } from './composer.tsx';
import { dateAndTime } from './time.ts';
import { authorOf, type Message } from './view.ts';

interface MessageRowProps {
  readonly message: Message;
  readonly state: PlaygroundState;
  readonly actor: Actor;
  readonly act: (act: Act) => Promise<void>;
  readonly onPurpose: (purpose: Purpose) => void;
}

/** One message. */
export function MessageRow({ message, state, actor, act, onPurpose }: MessageRowProps) {
  const { ts, blocks, text, edited, visibleTo, reactions = [], isBot } = message;
  const author = authorOf(state, message);
  const text_ = { type: 'section', text: { type: 'mrkdwn', text: text || ' ' } } as const;
  return (
    <article className={visibleTo === undefined ? 'message' : 'message private'} data-ts={ts}>
      <span className={isBot ? 'avatar bot' : 'avatar'} aria-hidden="true">
        {author.slice(0, 1).toUpperCase()}
      </span>
      <div className="message-body">
        {visibleTo !== undefined && <p className="only-you">Only visible to you</p>}
        <p className="byline">
          <strong>{author}</strong>
          {isBot && <span className="app-mark">App</span>}
          <time>{dateAndTime(Number(ts) * 1000, actor.zone)}</time>
          {edited && <span className="edited">(edited)</span>}
        </p>
        {blocks.length > 0 ? (
          <Blocks blocks={blocks} state={state} actor={actor} act={act} ts={ts} />
        ) : (
          <Drawn blocks={[text_]} state={state} />
        )}
        {reactions.length > 0 && (
          <ul className="reactions" aria-label="Reactions">
            {reactions.map((name) => (
              <li key={name} aria-label={`${name}, 1`}>
                <Drawn blocks={[reactionBlock(name)]} state={state} />
              </li>
            ))}
          </ul>
        )}
        {visibleTo === undefined && (
          <p className="message-tools">
            <button type="button" onClick={() => onPurpose({ kind: 'reply', message })}>
              Reply in thread
            </button>
            {state.shortcuts
              .filter(({ type }) => type === 'message')
              .map(({ callbackId, name }) => (
                <button
                  key={callbackId}
                  type="button"
                  onClick={() => void act({ do: 'use shortcut', as: actor.role, callbackId, ts })}
                >
                  {name}
                </button>
              ))}
            {message.user === actor.id && (
              <button type="button" onClick={() => onPurpose({ kind: 'edit', message })}>
                Edit
              </button>
            )}
          </p>
        )}
      </div>
    </article>
  );
}

/** A reaction, drawn as its emoji. */
function reactionBlock(name: string): Extract<SlackBlock, { type: 'context' }> {
  return { type: 'context', elements: [{ type: 'mrkdwn', text: `:${name}: 1` }] };
}
