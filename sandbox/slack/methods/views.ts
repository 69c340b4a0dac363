import { z } from 'zod';
import { parseJson } from '../../json.ts';
import { checkBlocks, VIEW_BLOCKS } from '../block-kit.ts';
import type { Modal } from '../entities.ts';
import { readModal } from '../read-modal.ts';
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
  const view = readModal(parseJson(params.view ?? ''));
  if (!view.ok) return refuse('invalid_arguments', { errors: view.errors });
  const trigger = triggers.use(params.trigger_id ?? '');
  if (trigger === 'unknown') return refuse('invalid_trigger_id');
  if (trigger === 'expired') return refuse('expired_trigger_id');
  return shown(workspace.modals.open(trigger.userId, view.content));
}

/** `views.push`: a modal on top of the one that the trigger came from. */
export function pushView(params: Params, { workspace, triggers }: WebApiContext): ApiResult {
  const view = readModal(parseJson(params.view ?? ''));
  if (!view.ok) return refuse('invalid_arguments', { errors: view.errors });
  const trigger = triggers.use(params.trigger_id ?? '');
  if (trigger === 'unknown') return refuse('invalid_trigger_id');
  if (trigger === 'expired') return refuse('expired_trigger_id');
  const modal = workspace.modals.push(trigger.userId, view.content);
  return modal ? shown(modal) : refuse('push_limit_reached');
}

/** `views.update` by the view's ID or external ID; with a hash, only if nobody has updated it meanwhile. */
export function updateView(params: Params, { workspace }: WebApiContext): ApiResult {
  const view = readModal(parseJson(params.view ?? ''));
  if (!view.ok) return refuse('invalid_arguments', { errors: view.errors });
  const { modals } = workspace;
  const found = modals.find({ id: params.view_id, externalId: params.external_id });
  if (!found) return refuse('not_found');
  if (params.hash !== undefined && params.hash !== found.modal.hash) return refuse('hash_conflict');
  const modal = modals.update(found.userId, found.modal.id, view.content);
  return modal ? shown(modal) : refuse('not_found');
}

function shown({ id, rootId, hash }: Modal): ApiResult {
  return { ok: true, view: { id, root_view_id: rootId, hash, type: 'modal' } };
}
