import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Completion } from '../browser/state.ts';
import type { Message } from './view.ts';

/** What is being written. */
export type Purpose =
  | { readonly kind: 'new' }
  | { readonly kind: 'reply'; readonly message: Message }
  | { readonly kind: 'edit'; readonly message: Message };

interface ComposerProps {
  readonly label: string;
  readonly purpose: Purpose;
  readonly completions: readonly Completion[];
  readonly onSend: (text: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Where messages are written, with the commands and the mention to complete. */
export function Composer({ label, purpose, completions, onSend, onCancel }: ComposerProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const offered = closed ? [] : matching(text, completions);
  const selected = offered[Math.min(chosen, offered.length - 1)];

  useEffect(() => {
    setText(purpose.kind === 'edit' ? asTyped(purpose.message.text) : '');
    if (purpose.kind !== 'new') input.current?.focus();
  }, [purpose]);

  function write(next: string): void {
    setText(next);
    setChosen(0);
    setClosed(false);
  }

  function complete({ text: full }: Completion): void {
    write(full.startsWith('@') ? `${text.replace(/@\S*$/u, '')}${full} ` : typedPart(full));
    setClosed(true);
    input.current?.focus();
  }

  async function send(): Promise<void> {
    if (text.trim() === '') return;
    const sent = text;
    setText('');
    await onSend(sent);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      if (offered.length > 0) setClosed(true);
      else onCancel();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (offered.length === 0) return;
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : offered.length - 1;
      setChosen((chosen + step) % offered.length);
    } else if (event.key === 'Tab' && selected && !event.shiftKey) {
      event.preventDefault();
      complete(selected);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void send();
    }
  }

  return (
    <div className="composer">
      {purpose.kind !== 'new' && (
        <p className="purpose">
          {purpose.kind === 'edit' ? 'Editing a message' : 'Replying in a thread'}
          <button type="button" onClick={onCancel}>
            Cancel
          </button>
        </p>
      )}
      {offered.length > 0 && (
        <div className="completions" id={listId} role="listbox" aria-label="Completions">
          {offered.map((completion) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input's arrow keys and Tab choose
            <div
              key={completion.text}
              id={`${listId} ${completion.text}`}
              role="option"
              tabIndex={-1}
              aria-selected={completion === selected}
              onClick={() => complete(completion)}
            >
              <code>{completion.text}</code> <span>{completion.hint}</span>
            </div>
          ))}
        </div>
      )}
      <div className="composer-line">
        <input
          ref={input}
          value={text}
          placeholder={label}
          aria-label={label}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={listId}
          aria-activedescendant={selected && `${listId} ${selected.text}`}
          autoComplete="off"
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="button primary" onClick={() => void send()}>
          Send
        </button>
      </div>
    </div>
  );
}

const MENTION: Completion = { text: '@wg-serving', hint: 'asks the bot in the channel' };

function matching(text: string, completions: readonly Completion[]): Completion[] {
  if (/(^|\s)@[\w-]*$/u.test(text)) {
    const typed = text.slice(text.lastIndexOf('@'));
    return MENTION.text.startsWith(typed) && typed !== MENTION.text ? [MENTION] : [];
  }
  if (!text.startsWith('/')) return [];
  return completions.filter(
    (one) => typedPart(one.text).startsWith(text) && typedPart(one.text).trim() !== text,
  );
}

/** What of a usage is typed as it stands: without its `[arguments]`. */
function typedPart(usage: string): string {
  return usage.replace(/\s[[<].*$/u, ' ');
}

/** A message as its author typed it. */
function asTyped(text: string): string {
  return text
    .replaceAll(/<@\w+>/gu, '@wg-serving')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
