import { type FormEvent, useEffect, useRef } from 'react';
import type { Modal } from '../../slack/workspace.ts';
import type { Act } from '../browser/act.ts';
import type { Actor, PlaygroundState } from '../browser/state.ts';
import { Blocks } from './blocks.tsx';

interface ModalDialogProps {
  readonly modal: Modal;
  readonly state: PlaygroundState;
  readonly actor: Actor;
  readonly act: (act: Act) => Promise<void>;
}

/** A modal that the bot has opened. */
export function ModalDialog({ modal, state, actor, act }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = () => void act({ do: 'close modal', as: actor.role });
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const entered = Object.fromEntries(
      [...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]),
    );
    void act({ do: 'submit modal', as: actor.role, entered });
  }

  return (
    <dialog ref={dialog} aria-labelledby="modal-title" onClose={close}>
      <h2 id="modal-title">{modal.title}</h2>
      <form onSubmit={submit}>
        <section className="modal-body" aria-label={modal.title} tabIndex={0}>
          <Blocks blocks={modal.blocks} state={state} actor={actor} act={act} />
        </section>
        <p className="modal-buttons">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {modal.close}
          </button>
          {modal.submit !== undefined && (
            <button type="submit" className="button primary">
              {modal.submit}
            </button>
          )}
        </p>
      </form>
    </dialog>
  );
}
