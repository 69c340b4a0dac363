import { randomUUID } from 'node:crypto';
import type { DateTime } from 'luxon';
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import type { Reply } from '../http.ts';
import { parseJson } from '../json.ts';
import { checkContent } from './message-content.ts';
import { BOT, isTs, type StoredMessage, TEAM, type Workspace } from './workspace.ts';

// https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses
const MAX_USES = 5;
const LIFETIME = { minutes: 30 };

interface Target {
  readonly channel: string;
  readonly userId: string;
  /** The message whose button was pressed. */
  readonly original?: StoredMessage;
  readonly expires: DateTime;
  uses: number;
}

const bodySchema = z.looseObject({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().refine(isTs).optional(),
});

/** The `response_url`s that the workspace issued, and what may still be done with them. */
export class ResponseUrls {
  readonly #targets = new Map<string, Target>();
  readonly #workspace: Workspace;
  readonly #clock: Clock;

  constructor(workspace: Workspace, clock: Clock) {
    this.#workspace = workspace;
    this.#clock = clock;
  }

  /** A new path that the app may respond to. */
  issue(channel: string, userId: string, original?: StoredMessage): string {
    const path = `/response/${TEAM.id}/${randomUUID()}`;
    const expires = this.#clock.now().plus(LIFETIME);
    this.#targets.set(path, {
      channel,
      userId,
      expires,
      uses: 0,
      ...(original && { original }),
    });
    return path;
  }

  /** Executes what the app posted to a path. */
  use(path: string, body: string): Reply {
    const target = this.#targets.get(path);
    if (!target) return { status: 404, body: { ok: false, error: 'no_such_url' } };
    if (this.#clock.now() > target.expires)
      return { status: 404, body: { ok: false, error: 'expired_url' } };
    if (target.uses >= MAX_USES) return { status: 404, body: { ok: false, error: 'used_url' } };
    target.uses += 1;
    const parsed = bodySchema.safeParse(parseJson(body));
    if (!parsed.success) return { status: 400, body: { ok: false, error: 'invalid_payload' } };
    return this.#post(target, parsed.data);
  }

  #post(target: Target, body: z.infer<typeof bodySchema>): Reply {
    const { original } = target;
    if (original && (body.delete_original || body.replace_original)) {
      this.#workspace.remove(original.ts);
    }
    if (body.delete_original) return { status: 200, body: { ok: true } };
    const content = checkContent(body.text, body.blocks);
    if (!content.ok) return { status: 400, body: { ok: false, error: content.error } };
    // A replacement appears where the original was; anything else at the channel's root,
    // unless the app names the thread.
    const threadTs = body.thread_ts ?? (body.replace_original ? original?.threadTs : undefined);
    this.#workspace.post({
      channel: target.channel,
      user: BOT.userId,
      isBot: true,
      text: content.text,
      blocks: content.blocks,
      ...(threadTs !== undefined && { threadTs }),
      ...(body.response_type === 'ephemeral' && { visibleTo: target.userId }),
    });
    return { status: 200, body: { ok: true } };
  }
}
