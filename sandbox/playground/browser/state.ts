import type { SlackBlock } from '../../slack/block-kit.ts';
import type { Modal, StoredMessage } from '../../slack/workspace.ts';
import type { Exchange } from '../../traffic.ts';
import type { Role } from '../../world.ts';
import type { LocalVideo } from '../../youtube/playlist.ts';

/** Someone the user can act as. */
export interface Actor {
  readonly role: Role;
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly city: string;
  /** The channel for direct messages with the bot. */
  readonly direct: string;
}

/** A reminder that will be posted, and its recipient. */
export interface Coming {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly title: string;
  readonly lead: string;
  readonly to: string;
}

/** An entry of the local calendar as the page lists it. */
export interface CalendarEntry {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  /** Undefined for a cancelled occurrence, of which Google keeps only the start. */
  readonly end: number | undefined;
  readonly allDay: boolean;
  readonly cancelled: boolean;
  readonly recurring: boolean;
  readonly link: string | undefined;
}

/** A video of the group's playlist, also one that nobody can watch. */
export interface VideoEntry {
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
  readonly visibility: LocalVideo['visibility'];
}

/** A fault that can be switched on and off. */
export interface FaultSwitch {
  readonly id: string;
  /** The service that it affects; switches are grouped by it. */
  readonly service: string;
  readonly label: string;
  /** What it does, for someone who doesn't know it. */
  readonly hint: string;
  readonly on: boolean;
}

/** Something that the bot or the sandbox tells an operator. */
export interface Notice {
  readonly id: number;
  readonly level: 'warning' | 'error';
  readonly text: string;
}

/** A shortcut of the app: global, or one of a message. */
export interface Shortcut {
  readonly callbackId: string;
  readonly name: string;
  readonly type: 'global' | 'message';
}

/** Completions for the composer. */
export interface Completion {
  readonly text: string;
  readonly hint: string;
}

/** Everything that the page shows. */
export interface PlaygroundState {
  /** Milliseconds since 1970, by the clock of the workspace. */
  readonly now: number;
  readonly groupZone: string;
  /** Whether the group has retired. */
  readonly retired: boolean;
  readonly channel: { readonly id: string; readonly name: string };
  /** The organizers' own, and who is in it. */
  readonly organizersChannel: {
    readonly id: string;
    readonly name: string;
    readonly members: readonly string[];
  };
  readonly shortcuts: readonly Shortcut[];
  readonly botId: string;
  readonly actors: readonly Actor[];
  readonly messages: readonly StoredMessage[];
  readonly homes: Readonly<Record<string, readonly SlackBlock[]>>;
  readonly modals: Readonly<Record<string, Modal>>;
  readonly coming: readonly Coming[];
  readonly calendar: readonly CalendarEntry[];
  /** When the bot last read the calendar; milliseconds since 1970. */
  readonly calendarReadAt: number | undefined;
  readonly playlist: {
    readonly title: string;
    readonly isPrivate: boolean;
    /** What the bot proposes for the last meeting without a video; empty if there is none. */
    readonly nextTitle: string;
    readonly videos: readonly VideoEntry[];
  };
  readonly notes: { readonly text: string; readonly isPrivate: boolean };
  readonly faults: readonly FaultSwitch[];
  readonly traffic: readonly Exchange[];
  readonly notices: readonly Notice[];
  readonly completions: readonly Completion[];
}
