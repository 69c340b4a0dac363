import type { PanelProps } from './panel.tsx';
import { dateAndTime } from './time.ts';

/** What will be posted, and when, unless the calendar changes. */
export function NextPosts({ state, actor }: PanelProps) {
  if (state.coming.length === 0) {
    return <p className="empty">Nothing: the bot knows of no upcoming meeting.</p>;
  }
  return (
    <>
      <p className="hint">
        By the calendar as the bot has read it. Times are those of {actor.city}.
      </p>
      <ol className="coming">
        {state.coming.map(({ at, title, lead, to }) => (
          <li key={`${at} ${to} ${title}`}>
            <time>{dateAndTime(at, actor.zone)}</time>
            <span>
              {to}: <strong>{title}</strong>, {lead} before
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
