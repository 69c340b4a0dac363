import type { ReactNode } from 'react';
import { dateAndTime } from './time.ts';
import type { Message } from './view.ts';

interface RepliesProps {
  readonly replies: readonly Message[];
  readonly zone: string;
  /** Whether one of them arrived while the reader was elsewhere. */
  readonly isNew: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly row: (message: Message) => ReactNode;
}

/** The replies to a message, collapsed until someone opens them. */
export function Replies({ replies, zone, isNew, open, onToggle, row }: RepliesProps) {
  const last = replies.at(-1);
  if (!last) return null;
  return (
    <>
      <p className="thread-line">
        <button type="button" className="thread-toggle" aria-expanded={open} onClick={onToggle}>
          {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
        </button>
        <time>{dateAndTime(Number(last.ts) * 1000, zone)}</time>
        {isNew && !open && <span className="badge">New</span>}
      </p>
      {open && (
        <div ref={reveal} className="thread">
          {replies.map(row)}
        </div>
      )}
    </>
  );
}

function reveal(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
