import { Component, type ReactNode } from 'react';

interface Caught {
  readonly error: Error | undefined;
}

/** Shows an error of the page itself, with the way out, in place of a blank page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = { error: undefined };

  static getDerivedStateFromError(error: Error): Caught {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="broken" role="alert">
        <h1>This page has an error</h1>
        <p>{error.message}</p>
        <p>The bot and the sandbox go on. Loading the page again shows them as they are now.</p>
        <button type="button" onClick={() => window.location.reload()}>
          Load the page again
        </button>
      </main>
    );
  }
}
