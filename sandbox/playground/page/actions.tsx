import type { SlackBlock } from '../../slack/block-kit.ts';

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
    case 'checkboxes': {
      const chosen = element.initial_options?.map(({ value }) => value) ?? [];
      const toggled = (value: string) =>
        chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
      return (
        <div className="checkboxes">
          {element.options.map(({ text, value }) => (
            <label key={value}>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => void onPress(actionId, toggled(value))}
              />
              {text.text}
            </label>
          ))}
        </div>
      );
    }
  }
}
