import { type KeyboardEvent, useState } from 'react';
import type { Completion } from '../browser/state.ts';

const MENTION: Completion = { text: '@wg-serving', hint: 'asks the bot in the channel' };

/** Completions for the text being written. */
export interface Completions {
  readonly offered: readonly Completion[];
  readonly selected: Completion | undefined;
  /** The text with a completion applied. */
  completed(completion: Completion): string;
  /** Starts over, as after each typed letter. */
  open(): void;
  close(): void;
  /** Handles the keys for choosing; true if it did. */
  onKeyDown(event: KeyboardEvent, complete: (completion: Completion) => void): boolean;
}

/** Suggests commands and the mention for what is typed, chosen with arrow keys and Tab. */
export function useCompletions(text: string, all: readonly Completion[]): Completions {
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const offered = closed ? [] : matching(text, all);
  const selected = offered[Math.min(chosen, offered.length - 1)];
  return {
    offered,
    selected,
    completed: ({ text: full }) =>
      full.startsWith('@') ? `${text.replace(/@\S*$/u, '')}${full} ` : typedPart(full),
    open() {
      setChosen(0);
      setClosed(false);
    },
    close: () => setClosed(true),
    onKeyDown(event, complete) {
      if (!selected) return false;
      const step = { ArrowDown: 1, ArrowUp: offered.length - 1 }[event.key];
      if (step !== undefined) setChosen((chosen + step) % offered.length);
      else if (event.key === 'Tab' && !event.shiftKey) complete(selected);
      else if (event.key === 'Escape') setClosed(true);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}

function matching(text: string, all: readonly Completion[]): Completion[] {
  if (/(^|\s)@[\w-]*$/u.test(text)) {
    const typed = text.slice(text.lastIndexOf('@'));
    return MENTION.text.startsWith(typed) && typed !== MENTION.text ? [MENTION] : [];
  }
  if (!text.startsWith('/')) return [];
  return all.filter((one) => {
    const full = typedPart(one.text);
    return full.startsWith(text) && full.trim() !== text;
  });
}

/** The part of a usage that is typed literally, without its `[arguments]`. */
function typedPart(usage: string): string {
  return usage.replace(/\s[[<].*$/u, ' ');
}
