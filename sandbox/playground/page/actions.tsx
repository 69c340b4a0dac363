import type { SlackBlock } from '../../slack/block-kit.ts';
import { usePending } from './use-pending.ts';

type ActionsBlock = Extract<SlackBlock, { type: 'actions' }>;
type Element = ActionsBlock['elements'][number];
type OnPress = (actionId: string, values: readonly string[]) => Promise<void>;

interface ActionsProps {
  readonly block: ActionsBlock;
  readonly onPress: OnPress;
}

/** Buttons and switches that reach the bot. */
export function Actions({ block, onPress }: ActionsProps) {
  return (
    <div className="actions">
      {block.elements.map((element) => (
        <ActionElement key={element.action_id} element={element} onPress={onPress} />
      ))}
    </div>
  );
}

function ActionElement({
  element,
  onPress,
}: {
  readonly element: Element;
  readonly onPress: OnPress;
}) {
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
      return (
        <a
          className={className}
          href={element.url}
          target="_blank"
          rel="noreferrer"
          onClick={press}
        >
          {element.text.text}
          <span className="hidden"> (opens in a new tab)</span>
        </a>
      );
    }
    case 'checkboxes':
      return <Checkboxes element={element} onChoose={(values) => void onPress(actionId, values)} />;
  }
}

interface CheckboxesProps {
  readonly element: Extract<Element, { type: 'checkboxes' }>;
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
