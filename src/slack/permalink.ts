import type { MessageRef } from '../reminders/post.ts';

/** Address of a message. https://docs.slack.dev/reference/methods/chat.getPermalink tells its form. */
export function permalink(workspaceUrl: string, { channel, ts }: MessageRef): string {
  return new URL(`archives/${channel}/p${ts.replace('.', '')}`, workspaceUrl).href;
}
