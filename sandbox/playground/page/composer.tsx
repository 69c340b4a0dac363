import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Completion, Shortcut } from '../browser/state.ts';
import { type Completions, useCompletions } from './use-completions.ts';
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
  readonly shortcuts: readonly Shortcut[];
  readonly onShortcut: (callbackId: string) => void;
  readonly onSend: (text: string) => void;
  readonly onCancel: () => void;
}

/** Where messages are written, with completion for commands and the mention. */
export function Composer({
  label,
  purpose,
  completions,
  shortcuts,
  onShortcut,
  onSend,
  onCancel,
}: ComposerProps) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const completing = useCompletions(text, completions);
  const { offered, selected } = completing;

  useEffect(() => {
    setText(purpose.kind === 'edit' ? asTyped(purpose.message.text) : '');
    if (purpose.kind !== 'new') input.current?.focus();
  }, [purpose]);

  function write(next: string): void {
    setText(next);
    completing.open();
  }

  function complete(completion: Completion): void {
    setText(completing.completed(completion));
    completing.close();
    input.current?.focus();
  }

  function send(): void {
    if (text.trim() === '') return;
    setText('');
    onSend(text);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (completing.onKeyDown(event, complete)) return;
    if (event.key === 'Enter') send();
    if (event.key === 'Escape') onCancel();
  }

  return (
    <div className="composer">
      <PurposeLine purpose={purpose} onCancel={onCancel} />
      {selected && <CompletionList id={listId} completing={completing} onComplete={complete} />}
      {shortcuts.length > 0 && (
        <p className="shortcuts">
          {shortcuts.map(({ callbackId, name }) => (
            <button key={callbackId} type="button" onClick={() => onShortcut(callbackId)}>
              {name}
            </button>
          ))}
        </p>
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
        <button type="button" className="button primary" onClick={send}>
          Send
        </button>
      </div>
    </div>
  );
}

interface PurposeLineProps {
  readonly purpose: Purpose;
  readonly onCancel: () => void;
}

function PurposeLine({ purpose: { kind }, onCancel }: PurposeLineProps) {
  if (kind === 'new') return null;
  return (
    <p className="purpose">
      {kind === 'edit' ? 'Editing a message' : 'Replying in a thread'}
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </p>
  );
}

interface CompletionListProps {
  readonly id: string;
  readonly completing: Completions;
  readonly onComplete: (completion: Completion) => void;
}

function CompletionList({ id, completing, onComplete }: CompletionListProps) {
  return (
    <div className="completions" id={id} role="listbox" aria-label="Completions">
      {completing.offered.map((completion) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input's arrow keys and Tab choose
        <div
          key={completion.text}
          id={`${id} ${completion.text}`}
          role="option"
          tabIndex={-1}
          aria-selected={completion === completing.selected}
          onClick={() => onComplete(completion)}
        >
          <code>{completion.text}</code> <span>{completion.hint}</span>
        </div>
      ))}
    </div>
  );
}

/** A message's text as its author typed it. */
function asTyped(text: string): string {
  return text
    .replaceAll(/<@\w+>/gu, '@wg-serving')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
