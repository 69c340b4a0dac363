import type { FeedbackButtons } from '../../slack/block-elements.ts';

interface FeedbackProps {
  readonly element: FeedbackButtons;
  readonly onPress: (value: string) => void;
}

/** Two small buttons, as Slack has them below what an app answers. */
export function Feedback({
  element: { positive_button: positive, negative_button: negative },
  onPress,
}: FeedbackProps) {
  return (
    <div className="feedback">
      {[positive, negative].map(({ text, value, accessibility_label: label }) => (
        <button
          key={value}
          type="button"
          className="button"
          aria-label={label}
          onClick={() => onPress(value)}
        >
          {text.text}
        </button>
      ))}
    </div>
  );
}
