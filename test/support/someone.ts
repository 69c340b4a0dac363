import { manualClock } from '../../sandbox/clock.ts';
import { type Place, press } from '../../sandbox/slack/actions.ts';
import { readManifest } from '../../sandbox/slack/manifest.ts';
import { ResponseUrls } from '../../sandbox/slack/response-urls.ts';
import { Triggers } from '../../sandbox/slack/triggers.ts';
import { Workspace } from '../../sandbox/slack/workspace.ts';
import { at } from './build.ts';

/** Someone in a workspace whose app gives fixed answers; what the app is sent is recorded. */
export function someone(acknowledgement?: unknown) {
  const clock = manualClock(at('2026-12-01T09:00'));
  const workspace = new Workspace(clock);
  workspace.addUser({ id: 'U1', name: 'someone', zone: 'utc' });
  const told: Record<string, unknown>[] = [];
  const tools = {
    workspace,
    manifest: readManifest(),
    responseUrls: new ResponseUrls(workspace, clock),
    triggers: new Triggers(clock),
    origin: 'http://127.0.0.1',
    transport: {
      async deliver(_: string, payload: Readonly<Record<string, unknown>>) {
        told.push(payload);
        return { kind: 'acknowledged', payload: acknowledgement, afterMs: 1 } as const;
      },
    },
  };
  const pressIn = (place: Place, actionId: string) => press(tools, 'U1', place, actionId);
  return { workspace, told, tools, pressIn };
}
