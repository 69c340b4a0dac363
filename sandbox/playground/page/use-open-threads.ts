import { useState } from 'react';

/** Which threads are expanded, by the ID of their first message. */
export interface OpenThreads {
  isOpen(ts: string): boolean;
  open(ts: string): void;
  toggle(ts: string): void;
}

export function useOpenThreads(): OpenThreads {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const open = (ts: string) => setOpened((before) => new Set([...before, ts]));
  return {
    isOpen: (ts) => opened.has(ts),
    open,
    toggle(ts) {
      if (!opened.has(ts)) open(ts);
      else setOpened((before) => new Set([...before].filter((one) => one !== ts)));
    },
  };
}
