import { useId } from 'react';
import type { FeedbackButtons, Interactive } from '../../slack/block-elements.ts';
import { Feedback } from './feedback.tsx';
import { usePending } from './use-pending.ts';

type OnPress = (actionId: string, values: readonly string[]) => Promise<void>;

interface ActionsProps {
  readonly elements: readonly (Interactive | FeedbackButtons)[];
  readonly onPress: OnPress;
  /** Saves the event that a link to Google Calendar would open there. */
  readonly onSave: (link: string) => void;
}

/** A link that opens Google Calendar with a new event of the group's calendar. */
function opensNewEvent(link: string): boolean {
  const url = URL.parse(link);
  return url?.hostname === 'calendar.google.com' && url.searchParams.has('src');
}

/** Buttons and switches that reach the bot. */
export function Actions({ elements, onPress, onSave }: ActionsProps) {
  return (
    <div className="actions">
      {elements.map((element) => (
        <ActionElement
          key={element.action_id}
          element={element}
          onPress={onPress}
          onSave={onSave}
        />
      ))}
    </div>
  );
}

function ActionElement({
  element,
  onPress,
  onSave,
}: {
  readonly element: Interactive | FeedbackButtons;
} & Pick<ActionsProps, 'onPress' | 'onSave'>) {
  const actionId = element.action_id ?? '';
  switch (element.type) {
    case 'button': {
      const className = `button ${element.style ?? ''}`;
      const press = () => void onPress(actionId, []);
      if (element.url === undefined) {
        return (
          <button type="button" className={className} onClick={press}>
            {element.text.text}
          </button>
        );
      }
      const { url } = element;
      if (opensNewEvent(url)) {
        return (
          <button
            type="button"
            className={className}
            onClick={() => {
              press();
              onSave(url);
            }}
          >
            {element.text.text}
            <span className="hidden"> (saves it in the local calendar)</span>
          </button>
        );
      }
      return (
        <a className={className} href={url} target="_blank" rel="noreferrer" onClick={press}>
          {element.text.text}
          <span className="hidden"> (opens in a new tab)</span>
        </a>
      );
    }
    case 'feedback_buttons':
      return <Feedback element={element} onPress={(value) => void onPress(actionId, [value])} />;
    case 'checkboxes':
      return <Checkboxes element={element} onChoose={(values) => void onPress(actionId, values)} />;
    case 'radio_buttons':
    case 'static_select':
      return <Choice element={element} onChoose={(value) => void onPress(actionId, [value])} />;
    case 'datepicker':
    case 'timepicker':
      return <Picker element={element} onChoose={(value) => void onPress(actionId, [value])} />;
  }
}

interface CheckboxesProps {
  readonly element: Extract<Interactive, { type: 'checkboxes' }>;
  readonly onChoose: (values: readonly string[]) => void;
}

function Checkboxes({ element: { options, initial_options }, onChoose }: CheckboxesProps) {
  const held = initial_options?.map(({ value }) => value) ?? [];
  const [chosen, setChosen] = usePending<readonly string[]>(held);
  function toggle(value: string): void {
    const next = chosen.includes(value)
      ? chosen.filter((one) => one !== value)
      : [...chosen, value];
    setChosen(next);
    onChoose(next);
  }
  return (
    <div className="checkboxes">
      {options.map(({ text, value }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          {text.text}
        </label>
      ))}
    </div>
  );
}

type Menu = Extract<Interactive, { type: 'static_select' }>;

/** What a menu offers, in groups if the app made any. */
export function MenuOptions({ element }: { readonly element: Menu }) {
  const { options, option_groups = [] } = element;
  const listed = (some: NonNullable<Menu['options']>) =>
    some.map(({ text, value }) => (
      <option key={value} value={value}>
        {text.text}
      </option>
    ));
  if (options) return <>{listed(options)}</>;
  return (
    <>
      {option_groups.map((group) => (
        <optgroup key={group.label.text} label={group.label.text}>
          {listed(group.options)}
        </optgroup>
      ))}
    </>
  );
}

interface PickerProps {
  readonly element: Extract<Interactive, { type: 'datepicker' | 'timepicker' }>;
  readonly onChoose: (value: string) => void;
}

function Picker({ element, onChoose }: PickerProps) {
  const isDate = element.type === 'datepicker';
  return (
    <input
      type={isDate ? 'date' : 'time'}
      aria-label={element.placeholder?.text ?? (isDate ? 'Date' : 'Time')}
      defaultValue={isDate ? element.initial_date : element.initial_time}
      onChange={(event) => onChoose(event.target.value)}
    />
  );
}

interface ChoiceProps {
  readonly element: Extract<Interactive, { type: 'radio_buttons' | 'static_select' }>;
  readonly onChoose: (value: string) => void;
}

/** A single choice, as radio buttons or a menu. */
function Choice({ element, onChoose }: ChoiceProps) {
  const name = useId();
  const [chosen, setChosen] = usePending(element.initial_option?.value ?? '');
  function choose(value: string): void {
    setChosen(value);
    onChoose(value);
  }
  if (element.type === 'static_select') {
    const placeholder = element.placeholder?.text ?? 'Choose';
    return (
      <select
        aria-label={placeholder}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
      >
        {chosen === '' && <option value="">{placeholder}</option>}
        <MenuOptions element={element} />
      </select>
    );
  }
  return (
    <div className="checkboxes">
      {element.options.map(({ text, value }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => choose(value)}
          />
          {text.text}
        </label>
      ))}
    </div>
  );
}
