import { type KeyboardEvent, useState } from 'react';
import type { Act } from '../browser/act.ts';
import type { Actor, PlaygroundState } from '../browser/state.ts';
import { CalendarPanel } from './calendar-panel.tsx';
import { FaultsPanel } from './faults-panel.tsx';
import { NextPosts } from './next-posts.tsx';
import { TrafficPanel } from './traffic-panel.tsx';
import { VideosPanel } from './videos-panel.tsx';

export interface PanelProps {
  readonly state: PlaygroundState;
  readonly actor: Actor;
  readonly act: (act: Act) => Promise<void>;
}

const TABS = ['Next posts', 'Calendar', 'Videos, notes', 'Faults', 'Traffic'] as const;
type Tab = (typeof TABS)[number];

/** What is behind the workspace: next posts, the calendar, videos and notes, faults and traffic. */
export function Panel(props: PanelProps) {
  const [tab, setTab] = useState<Tab>('Calendar');

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: TABS.length - 1 }[event.key];
    if (step === undefined) return;
    const next = TABS[(TABS.indexOf(tab) + step) % TABS.length] ?? tab;
    setTab(next);
    document.getElementById(`tab ${next}`)?.focus();
  }

  return (
    <aside className="panel" aria-label="Behind the workspace">
      <div role="tablist" aria-label="Behind the workspace" onKeyDown={onKeyDown}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab ${one}`}
            aria-selected={one === tab}
            aria-controls="panel"
            tabIndex={one === tab ? 0 : -1}
            onClick={() => setTab(one)}
          >
            {one}
            {one === 'Faults' && props.state.faults.some(({ on }) => on) && (
              <span className="badge">on</span>
            )}
          </button>
        ))}
      </div>
      <div
        className="panel-body"
        role="tabpanel"
        id="panel"
        aria-labelledby={`tab ${tab}`}
        tabIndex={0}
      >
        <Notices state={props.state} />
        <PanelOf tab={tab} {...props} />
      </div>
    </aside>
  );
}

function PanelOf({ tab, ...props }: PanelProps & { readonly tab: Tab }) {
  switch (tab) {
    case 'Next posts':
      return <NextPosts {...props} />;
    case 'Calendar':
      return <CalendarPanel {...props} />;
    case 'Videos, notes':
      return <VideosPanel {...props} />;
    case 'Faults':
      return <FaultsPanel {...props} />;
    case 'Traffic':
      return <TrafficPanel {...props} />;
  }
}

function Notices({ state: { notices } }: { readonly state: PlaygroundState }) {
  if (notices.length === 0) return null;
  return (
    <details className="notices" role="status">
      <summary>
        The bot’s log: {notices.length} {notices.length === 1 ? 'warning' : 'warnings'}
      </summary>
      <ul>
        {notices.toReversed().map(({ id, level, text }) => (
          <li key={id} className={level}>
            <strong>{level}</strong> {text}
          </li>
        ))}
      </ul>
    </details>
  );
}
