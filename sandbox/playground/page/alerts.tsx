import type { Playground } from './use-playground.ts';

/** What could not be done, and whether the playground is still running. */
export function Alerts({
  playground: { failure, connected, dismiss },
}: {
  readonly playground: Playground;
}) {
  return (
    <div className="alerts" role="alert">
      {!connected && (
        <p className="alert">
          <Lost />
        </p>
      )}
      {failure !== undefined && (
        <p className="alert">
          {failure}
          <button type="button" onClick={dismiss}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}

export function Lost() {
  return (
    <>
      The playground has stopped. Start it again with <code>npm run playground</code>; this page
      reconnects by itself.
    </>
  );
}
