import { Lost } from './alerts.tsx';
import { usePlayground } from './use-playground.ts';
import { Workspace } from './workspace.tsx';

export function App() {
  const playground = usePlayground();
  const { state } = playground;
  if (!state) {
    return (
      <main className="starting" aria-busy="true">
        {playground.connected ? 'Starting the playground…' : <Lost />}
      </main>
    );
  }
  return <Workspace playground={playground} state={state} />;
}
