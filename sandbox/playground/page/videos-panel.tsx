import { type FormEvent, useState } from 'react';
import type { VideoEntry } from '../browser/state.ts';
import { NotesEditor } from './notes-editor.tsx';
import type { PanelProps } from './panel.tsx';
import { Switch } from './switch.tsx';
import { dayOf } from './time.ts';
import { usePending } from './use-pending.ts';

const MAX_SHOWN = 6;

const VISIBILITIES = ['public', 'unlisted', 'private', 'deleted'] as const;

/** The local YouTube and the group's notes, which can be edited as an organizer would. */
export function VideosPanel(props: PanelProps) {
  const { state, act } = props;
  const { videos, title, isPrivate } = state.playlist;
  const older = videos.length - MAX_SHOWN;
  return (
    <>
      <h3>The playlist “{title}”</h3>
      <p className="hint">
        The bot reads it every hour while a video is awaited, else every six hours. It ticks the
        meeting off that a title names.
      </p>
      <Upload key={state.playlist.nextTitle} {...props} />
      <ul className="events">
        {videos.slice(0, MAX_SHOWN).map((video) => (
          <Video key={video.id} video={video} {...props} />
        ))}
      </ul>
      {older > 0 && <p className="hint">And {older} older ones.</p>}
      <div className="faults">
        <Switch
          label="The playlist is private"
          hint="YouTube then says that there is no such playlist."
          on={isPrivate}
          onSwitch={(on) => void act({ do: 'hide playlist', hidden: on })}
        />
      </div>
      <NotesEditor {...props} />
    </>
  );
}

/** By default, it has the title that the bot proposes. */
function Upload({ state, act }: PanelProps) {
  const [title, setTitle] = useState(state.playlist.nextTitle);
  function upload(event: FormEvent): void {
    event.preventDefault();
    if (title.trim() !== '') void act({ do: 'upload video', title });
  }
  return (
    <form className="add" onSubmit={upload}>
      <label>
        Title of a new video
        <input
          value={title}
          maxLength={100}
          required
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <p>
        <button type="submit">Upload</button>
      </p>
    </form>
  );
}

function Video({ video, actor, act }: PanelProps & { readonly video: VideoEntry }) {
  const { id, title, publishedAt } = video;
  const [visibility, setVisibility] = usePending(video.visibility);
  function change(next: string): void {
    const chosen = VISIBILITIES.find((one) => one === next);
    if (chosen === undefined) return;
    setVisibility(chosen);
    void act({ do: 'set video', id, visibility: chosen });
  }
  return (
    <li className={visibility === 'deleted' ? 'event cancelled' : 'event'}>
      <p className="event-title">{title}</p>
      <p className="event-time">
        uploaded {dayOf(publishedAt, actor.zone)},{' '}
        <select
          aria-label={`Who may watch ${title}`}
          value={visibility}
          onChange={(event) => change(event.target.value)}
        >
          {VISIBILITIES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </p>
    </li>
  );
}
