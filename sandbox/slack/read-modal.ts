import { checkBlocks, modal, VIEW_BLOCKS } from './block-kit.ts';
import type { ModalContent } from './modals.ts';

export type ModalResult =
  | { readonly ok: true; readonly content: ModalContent }
  | { readonly ok: false; readonly errors: readonly string[] };

/** Checks a modal as Slack does when an app opens, pushes or updates one. */
export function readModal(value: unknown): ModalResult {
  const view = modal.safeParse(value);
  if (!view.success) return { ok: false, errors: view.error.issues.map(({ message }) => message) };
  const checked = checkBlocks(view.data.blocks, VIEW_BLOCKS);
  if (!checked.ok) return checked;
  const { title, close, submit, callback_id, private_metadata, external_id, clear_on_close } =
    view.data;
  const asksForInput = checked.blocks.some(({ type }) => type === 'input');
  if (asksForInput && !submit) return { ok: false, errors: ['missing submit'] };
  return {
    ok: true,
    content: {
      title: title.text,
      close: close?.text ?? 'Close',
      ...(submit && { submit: submit.text }),
      ...(external_id !== undefined && { externalId: external_id }),
      ...(clear_on_close && { clearOnClose: true as const }),
      callbackId: callback_id ?? '',
      privateMetadata: private_metadata ?? '',
      blocks: checked.blocks,
    },
  };
}
