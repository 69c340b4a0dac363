import { randomUUID } from 'node:crypto';
import type { Modal } from './entities.ts';

// https://docs.slack.dev/surfaces/modals#view_stacks
const MAX_STACKED = 3;

/** A modal as the app describes it. */
export type ModalContent = Omit<Modal, 'id' | 'rootId' | 'hash'>;

/** Each person's stack of modals; they see the one on top. */
export class Modals {
  readonly #stacks = new Map<string, Modal[]>();
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The modals on top, by the people who see them. */
  tops(): ReadonlyMap<string, Modal> {
    const entries = [...this.#stacks].flatMap(([userId, stack]) => {
      const top = stack.at(-1);
      return top ? [[userId, top] as const] : [];
    });
    return new Map(entries);
  }

  get(userId: string): Modal | undefined {
    return this.#stacks.get(userId)?.at(-1);
  }

  /** Opens a modal in place of whatever is open. */
  open(userId: string, content: ModalContent): Modal {
    const id = newId();
    const modal = { ...content, id, rootId: id, hash: randomUUID() };
    this.#set(userId, [modal]);
    return modal;
  }

  /** Puts a modal on top of another; undefined if none is open, or too many. */
  push(userId: string, content: ModalContent): Modal | undefined {
    const stack = this.#stacks.get(userId) ?? [];
    const [root] = stack;
    if (!root || stack.length >= MAX_STACKED) return undefined;
    const modal = { ...content, id: newId(), rootId: root.id, hash: randomUUID() };
    this.#set(userId, [...stack, modal]);
    return modal;
  }

  /** The modal with this ID or external ID, and whose it is. */
  find(wanted: { readonly id?: string | undefined; readonly externalId?: string | undefined }) {
    for (const [userId, stack] of this.#stacks) {
      const modal = stack.find(
        ({ id, externalId }) =>
          id === wanted.id || (externalId !== undefined && externalId === wanted.externalId),
      );
      if (modal) return { userId, modal };
    }
    return undefined;
  }

  /** Replaces what a modal shows. */
  update(userId: string, id: string, content: ModalContent): Modal | undefined {
    const stack = this.#stacks.get(userId) ?? [];
    const before = stack.find((modal) => modal.id === id);
    if (!before) return undefined;
    const modal = { ...content, id, rootId: before.rootId, hash: randomUUID() };
    this.#set(
      userId,
      stack.map((one) => (one.id === id ? modal : one)),
    );
    return modal;
  }

  /** Closes the modal on top, and all of them if it says so. */
  close(userId: string): void {
    const stack = this.#stacks.get(userId) ?? [];
    this.#set(userId, stack.at(-1)?.clearOnClose ? [] : stack.slice(0, -1));
  }

  closeAll(userId: string): void {
    this.#set(userId, []);
  }

  #set(userId: string, stack: Modal[]): void {
    if (stack.length === 0) this.#stacks.delete(userId);
    else this.#stacks.set(userId, stack);
    this.#onChange();
  }
}

function newId(): string {
  return `V${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
}
