import { type FormEvent, useState } from 'react';
import type { PanelProps } from './panel.tsx';
import { Switch } from './switch.tsx';

/** The notes document of the group's regular meeting. */
export function NotesEditor({ state, act }: PanelProps) {
  const { text: saved, isPrivate } = state.notes;
  const [edited, setEdited] = useState<string>();
  const text = edited ?? saved;
  function save(event: FormEvent): void {
    event.preventDefault();
    void act({ do: 'write notes', text }).then(() => setEdited(undefined));
  }
  return (
    <>
      <form className="add" onSubmit={save}>
        <h3>The notes of the regular meeting</h3>
        <p className="hint">
          The bot reads them every 15 minutes on the day before the meeting, else every six hours.
          Topics stand below the meeting’s date.
        </p>
        <label>
          Text of the document
          <textarea
            rows={12}
            maxLength={100_000}
            value={text}
            onChange={(event) => setEdited(event.target.value)}
          />
        </label>
        <p>
          <button type="submit">Save</button>
        </p>
      </form>
      <div className="faults">
        <Switch
          label="The document is private"
          hint="Those who are not signed in, such as the bot, get to the page for signing in."
          on={isPrivate}
          onSwitch={(on) => void act({ do: 'hide notes', hidden: on })}
        />
      </div>
    </>
  );
}
