import { useCallback, useEffect, useState } from 'react';
import type { Act } from '../browser/act.ts';
import type { PlaygroundState } from '../browser/state.ts';

/** What the sandbox shows, and the way to act in it. */
export interface Playground {
  readonly state: PlaygroundState | undefined;
  /** False while the sandbox can't be reached. */
  readonly connected: boolean;
  /** What went wrong with the last act, as a message for the user. */
  readonly failure: string | undefined;
  readonly busy: boolean;
  act(act: Act): Promise<void>;
  dismiss(): void;
}

/** Follows the sandbox's state through server-sent events; the browser reconnects by itself. */
export function usePlayground(): Playground {
  const [state, setState] = useState<PlaygroundState>();
  const [connected, setConnected] = useState(true);
  const [failure, setFailure] = useState<string>();
  const [underWay, setUnderWay] = useState(0);

  useEffect(() => {
    const events = new EventSource('/events');
    events.onmessage = ({ data }) => {
      setConnected(true);
      setState(JSON.parse(data));
    };
    events.onerror = () => setConnected(false);
    return () => events.close();
  }, []);

  const act = useCallback(async (what: Act) => {
    setUnderWay((count) => count + 1);
    setFailure(undefined);
    try {
      const response = await fetch('/act', { method: 'POST', body: JSON.stringify(what) });
      const answer: { error?: string } = await response.json();
      if (answer.error !== undefined) setFailure(answer.error);
    } catch {
      setConnected(false);
    } finally {
      setUnderWay((count) => count - 1);
    }
  }, []);

  const dismiss = useCallback(() => setFailure(undefined), []);
  return { state, connected, failure, busy: underWay > 0, act, dismiss };
}
