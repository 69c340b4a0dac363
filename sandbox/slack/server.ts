import type { Clock } from '../../src/clock.ts';
import { serve } from '../http.ts';
import { Traffic } from '../traffic.ts';
import { type HttpModeSettings, httpMode } from './http-mode.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { type People, people } from './people.ts';
import { POSTS_A_MINUTE, PostRate } from './post-rate.ts';
import { type ApiCall, answering, type SlackFault } from './requests.ts';
import { ResponseUrls } from './response-urls.ts';
import { type SocketFault, SocketMode } from './socket-mode.ts';
import { Triggers } from './triggers.ts';
import { Workspace } from './workspace.ts';

export { type ApiCall, type SlackFault, TOKENS } from './requests.ts';

export interface LocalSlack extends People {
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  readonly workspace: Workspace;
  /** Calls so far, oldest first. */
  readonly calls: readonly ApiCall[];
  /** Resolves when the app has connected through Socket Mode. */
  connected(): Promise<void>;
  /** Asks the app to reconnect, as Slack does every few hours. */
  disconnect(): void;
  /** Drops the app's connections without warning. */
  drop(): void;
  /** Applies a fault to Socket Mode connections; undefined ends it. */
  setSocketFault(fault: SocketFault | undefined): void;
  close(): Promise<void>;
}

export interface LocalSlackSettings {
  readonly clock: Clock;
  readonly manifest?: Manifest;
  /** If set, HTTP mode instead of Socket Mode. */
  readonly http?: HttpModeSettings;
  readonly fault?: SlackFault;
  /** How many messages the app may post in a minute; defaults to Slack's own limit. */
  readonly postsAMinute?: number;
  readonly traffic?: Traffic;
}

/** A local Slack workspace, with the app that manifest.yml describes. */
export async function startLocalSlack(settings: LocalSlackSettings): Promise<LocalSlack> {
  const { clock, manifest = readManifest() } = settings;
  const workspace = new Workspace(clock);
  const responseUrls = new ResponseUrls(workspace, clock);
  const triggers = new Triggers(clock);
  const postRate = new PostRate(clock, settings.postsAMinute ?? POSTS_A_MINUTE);
  const { traffic = new Traffic(clock, () => {}) } = settings;
  const calls: ApiCall[] = [];
  const socketUrl = () => sockets.issueUrl();
  const context = { workspace, manifest, triggers, postRate, socketUrl };

  const server = await serve(
    answering({ context, responseUrls, traffic, calls, fault: settings.fault }),
    () => clock.now(),
  );
  const sockets = new SocketMode(server.server, () => server.origin);
  const transport = traffic.over(settings.http ? httpMode(settings.http) : sockets);

  return {
    ...people({ workspace, manifest, transport, responseUrls, triggers, origin: server.origin }),
    apiUrl: `${server.origin}/api/`,
    workspace,
    calls,
    connected: () => sockets.connected(),
    disconnect: () => sockets.disconnect(),
    drop: () => sockets.drop(),
    setSocketFault: (next) => sockets.setFault(next),
    async close() {
      await sockets.close();
      await server.close();
    },
  };
}
