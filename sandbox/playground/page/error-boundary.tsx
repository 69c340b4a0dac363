import { Component, type ReactNode } from 'react';

interface Caught {
  readonly error: Error | undefined;
}

/** Shows an error in the page itself, with what to do, instead of a blank page. */
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
        <p>The bot and the sandbox keep running. Reload the page to see their current state.</p>
        <button type="button" onClick={() => window.location.reload()}>
          Reload the page
        </button>
      </main>
    );
  }
}
