import type { Exchange } from '../../traffic.ts';
import type { PanelProps } from './panel.tsx';
import { timeOfDay } from './time.ts';

/** Each exchange between the bot and its services, newest first. */
export function TrafficPanel({ state, actor }: PanelProps) {
  if (state.traffic.length === 0) return <p className="empty">Nothing yet.</p>;
  return (
    <ol className="traffic">
      {state.traffic.toReversed().map((exchange) => (
        <li key={exchange.id}>
          <OneExchange exchange={exchange} zone={actor.zone} />
        </li>
      ))}
    </ol>
  );
}

function OneExchange({ exchange, zone }: { readonly exchange: Exchange; readonly zone: string }) {
  const { at, what, name, sent, answered, outcome, ms } = exchange;
  const toTheBot = what === 'envelope';
  return (
    <details>
      <summary>
        <time>{timeOfDay(at, zone, true)}</time>{' '}
        <span className="direction">{toTheBot ? 'to the bot' : 'from the bot'}</span>{' '}
        <strong>{titleOf(what, name)}</strong> <span>{outcome}</span>{' '}
        <span className="ms">{ms.toFixed(0)} ms</span>
      </summary>
      <h4>{toTheBot ? 'Envelope' : 'Request'}</h4>
      <pre>{readable(sent)}</pre>
      <h4>{toTheBot ? 'Acknowledgement' : 'Answer'}</h4>
      <pre>{readable(answered)}</pre>
    </details>
  );
}

/** The path of a calendar's request says little. */
function titleOf(what: Exchange['what'], name: string): string {
  if (what === 'Calendar API') return 'events.list';
  return what === 'Calendar feed' ? 'basic.ics' : name;
}

/** JSON, with JSON inside strings expanded too, as in form fields. */
function readable(value: unknown): string {
  if (value === undefined) return 'none';
  if (typeof value === 'string') return value;
  return JSON.stringify(
    value,
    (_, inner) => (typeof inner === 'string' ? parsed(inner) : inner),
    2,
  );
}

function parsed(text: string): unknown {
  if (!/^[[{]/u.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
