import { z } from 'zod';
import { parseJson } from '../../json.ts';
import { checkBlocks, modal, VIEW_BLOCKS } from '../block-kit.ts';
import { type ApiResult, type Params, refuse, type WebApiContext } from './method.ts';

/** `views.publish` for a Home tab. */
export function publishView(params: Params, { workspace, manifest }: WebApiContext): ApiResult {
  if (!manifest.features.app_home.home_tab_enabled) return refuse('not_enabled');
  const user = workspace.users.get(params.user_id ?? '');
  if (!user) return refuse('user_not_found');
  const view = z
    .object({ type: z.literal('home'), blocks: z.unknown() })
    .safeParse(parseJson(params.view ?? ''));
  if (!view.success) return refuse('invalid_arguments');
  const checked = checkBlocks(view.data.blocks, VIEW_BLOCKS);
  if (!checked.ok) return refuse('invalid_arguments', { errors: checked.errors });
  workspace.publishHome(user.id, checked.blocks);
  return { ok: true, view: { id: `V${user.id.slice(1)}`, type: 'home' } };
}

/** `views.open` for a modal. */
export function openView(params: Params, { workspace, triggers }: WebApiContext): ApiResult {
  const trigger = triggers.use(params.trigger_id ?? '');
  if (trigger === 'unknown') return refuse('invalid_trigger_id');
  if (trigger === 'expired') return refuse('expired_trigger_id');
  const view = modal.safeParse(parseJson(params.view ?? ''));
  if (!view.success) return refuse('invalid_arguments');
  const checked = checkBlocks(view.data.blocks, VIEW_BLOCKS);
  if (!checked.ok) return refuse('invalid_arguments', { errors: checked.errors });
  const { title, close, submit, callback_id, private_metadata } = view.data;
  const asksForInput = checked.blocks.some(({ type }) => type === 'input');
  if (asksForInput && !submit) return refuse('invalid_arguments', { errors: ['missing submit'] });
  workspace.openModal(trigger.userId, {
    title: title.text,
    close: close?.text ?? 'Close',
    ...(submit && { submit: submit.text }),
    callbackId: callback_id ?? '',
    privateMetadata: private_metadata ?? '',
    blocks: checked.blocks,
  });
  return { ok: true, view: { id: `V${trigger.userId.slice(1)}M`, type: 'modal' } };
}
