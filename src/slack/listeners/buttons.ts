import type { App, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';

/** What a listener learns about the press of a button, or of anything else in a message or view. */
export type PressArgs = SlackActionMiddlewareArgs<BlockAction>;

/** Registers a listener for one action ID, or for those that begin with a prefix. */
export interface Buttons {
  on(actionId: string | { readonly prefix: string }, listener: Listener): void;
}

type Listener = (args: PressArgs) => Promise<void>;

/**
 * One listener of Bolt's for all buttons. Bolt asks each of its listeners about each request, whatever it
 * is; with one for each button, that took longer than the answer to a slash command.
 */
export function listenToButtons(app: App): Buttons {
  const listeners: { readonly hears: (id: string) => boolean; readonly listener: Listener }[] = [];
  app.action({ type: 'block_actions' }, async (args) => {
    const { action_id: id } = args.action;
    await Promise.all(
      listeners.filter(({ hears }) => hears(id)).map(({ listener }) => listener(args)),
    );
  });
  return {
    on(actionId, listener) {
      const hears =
        typeof actionId === 'string'
          ? (id: string) => id === actionId
          : (id: string) => id.startsWith(actionId.prefix);
      listeners.push({ hears, listener });
    },
  };
}
