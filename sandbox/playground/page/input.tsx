import { useId } from 'react';
import type { SlackBlock } from '../../slack/block-kit.ts';
import { MenuOptions } from './actions.tsx';

type InputBlock = Extract<SlackBlock, { type: 'input' }>;

type Simple = Extract<
  InputBlock['element'],
  { type: 'url_text_input' | 'datepicker' | 'timepicker' }
>;

function initialOf(element: Simple): string | undefined {
  switch (element.type) {
    case 'url_text_input':
      return element.initial_value;
    case 'datepicker':
      return element.initial_date;
    case 'timepicker':
      return element.initial_time;
  }
}

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
    case 'url_text_input':
    case 'datepicker':
    case 'timepicker':
      return (
        <p className="input">
          <label htmlFor={field}>{label.text}</label>
          <input
            id={field}
            name={name}
            type={{ url_text_input: 'url', datepicker: 'date', timepicker: 'time' }[element.type]}
            required={!optional}
            defaultValue={initialOf(element)}
          />
          {hint && <small>{hint.text}</small>}
        </p>
      );
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
            <MenuOptions element={element} />
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
