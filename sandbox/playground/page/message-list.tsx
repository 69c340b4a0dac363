import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Replies } from './thread.tsx';
import type { OpenThreads } from './use-open-threads.ts';
import { type Message, threadsOf } from './view.ts';

interface MessageListProps {
  readonly name: string;
  readonly messages: readonly Message[];
  /** Zone in which the times of replies are shown. */
  readonly zone: string;
  /** The last message that was seen before the place was opened; empty if none was. */
  readonly seenUpTo: string;
  readonly threads: OpenThreads;
  readonly row: (message: Message) => ReactNode;
  /** Shown instead of messages. */
  readonly empty: ReactNode;
}

/** The messages of a place, with replies collapsed under them and new ones marked. */
export function MessageList(props: MessageListProps) {
  const { name, messages, zone, seenUpTo, threads, row, empty } = props;
  // Messages that were new when the place was opened stay marked.
  const [newAfter] = useState(seenUpTo);
  const isNew = ({ ts }: Message) => newAfter !== '' && ts > newAfter;
  const shown = threadsOf(messages);
  const list = useScrolledToEnd(shown.length);
  const firstNew = shown.find(({ root }) => isNew(root))?.root;
  return (
    <section ref={list} className="messages" aria-label={`Messages in ${name}`} tabIndex={0}>
      {shown.length === 0 && empty}
      <ol>
        {shown.map(({ root, replies }) => (
          <li key={root.ts}>
            {root === firstNew && <p className="new-mark">New</p>}
            {row(root)}
            <Replies
              replies={replies}
              zone={zone}
              isNew={replies.some(isNew)}
              open={threads.isOpen(root.ts)}
              onToggle={() => threads.toggle(root.ts)}
              row={row}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A list that scrolls to its end whenever it grows. */
function useScrolledToEnd(count: number) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // Not `scrollIntoView`, which scrolls the page around the list as well.
    if (count > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  return list;
}
