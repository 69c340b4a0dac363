import type { Manifest } from '../manifest.ts';
import type { PostRate } from '../post-rate.ts';
import type { Triggers } from '../triggers.ts';
import type { Workspace } from '../workspace.ts';

/** Body of a Web API response. */
export type ApiResult =
  | { ok: true; [field: string]: unknown }
  | { ok: false; error: string; [field: string]: unknown };

export interface WebApiContext {
  readonly workspace: Workspace;
  readonly manifest: Manifest;
  readonly triggers: Triggers;
  readonly postRate: PostRate;
  /** Where the next Socket Mode connection goes. */
  readonly socketUrl: () => string;
}

export type Params = Readonly<Record<string, string>>;

export interface Method {
  readonly token: 'bot' | 'app';
  /** The bot token scope that the method requires. */
  readonly scope?: (params: Params, context: WebApiContext) => string | undefined;
  run(params: Params, context: WebApiContext): ApiResult;
}

export function refuse(
  error: string,
  details: Record<string, unknown> = {},
): ApiResult & { ok: false } {
  return { ...details, ok: false, error };
}
