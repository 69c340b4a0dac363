import { useId } from 'react';
import type { SlackBlock } from '../../slack/block-kit.ts';

type InputBlock = Extract<SlackBlock, { type: 'input' }>;

/** One input of a modal. The form reads it, by its action ID, on submit. */
export function Input({ block }: { readonly block: InputBlock }) {
  const { label, element, hint, optional = false } = block;
  const field = useId();
  const name = element.action_id ?? '';
  switch (element.type) {
    case 'plain_text_input': {
      const shared = {
        id: field,
        name,
        required: !optional,
        defaultValue: element.initial_value,
        placeholder: element.placeholder?.text,
        minLength: element.min_length,
        maxLength: element.max_length,
      };
      return (
        <p className="input">
          <label htmlFor={field}>{label.text}</label>
          {element.multiline ? <textarea {...shared} /> : <input {...shared} />}
          {hint && <small>{hint.text}</small>}
        </p>
      );
    }
    case 'static_select':
      return (
        <p className="input">
          <label htmlFor={field}>{label.text}</label>
          <select
            id={field}
            name={name}
            required={!optional}
            defaultValue={element.initial_option?.value ?? ''}
          >
            <option value="">{element.placeholder?.text ?? 'Choose'}</option>
            {element.options.map(({ text, value }) => (
              <option key={value} value={value}>
                {text.text}
              </option>
            ))}
          </select>
          {hint && <small>{hint.text}</small>}
        </p>
      );
    case 'checkboxes':
    case 'radio_buttons': {
      const many = element.type === 'checkboxes';
      const initial = many ? (element.initial_options ?? []) : [element.initial_option];
      return (
        <fieldset className="input checkboxes">
          <legend>{label.text}</legend>
          {element.options.map(({ text, value }) => (
            <label key={value}>
              <input
                type={many ? 'checkbox' : 'radio'}
                name={name}
                value={value}
                defaultChecked={initial.some((one) => one?.value === value)}
              />
              {text.text}
            </label>
          ))}
          {hint && <small>{hint.text}</small>}
        </fieldset>
      );
    }
  }
}
