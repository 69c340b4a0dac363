import type { InputElement, Interactive, Option } from './block-elements.ts';
import type { PeopleTools } from './people.ts';
import { APP_ID, TEAM } from './workspace.ts';

/**
 * What every interaction tells the app about who did it.
 * https://docs.slack.dev/reference/interaction-payloads
 */
export function interactionOf({ workspace, triggers }: PeopleTools, userId: string) {
  return {
    team: TEAM,
    user: { id: userId, name: workspace.users.get(userId)?.name ?? 'unknown', team_id: TEAM.id },
    api_app_id: APP_ID,
    token: 'deprecated',
    trigger_id: triggers.issue(userId),
  };
}

/** The options of a menu, whether they are in groups or not. */
export function optionsOf({
  options,
  option_groups = [],
}: Extract<Interactive, { type: 'static_select' }>): readonly Option[] {
  return options ?? option_groups.flatMap((group) => group.options);
}

type Element = Exclude<InputElement | Interactive, { type: 'button' }>;

/** What is chosen or typed in an element; `chosen` is undefined if nobody has touched it. */
export function pickedOf(element: Element, chosen: readonly string[] | undefined) {
  switch (element.type) {
    case 'plain_text_input':
    case 'url_text_input':
      return { value: (chosen ? chosen[0] : element.initial_value) || null };
    case 'datepicker':
      return { selected_date: (chosen ? chosen[0] : element.initial_date) || null };
    case 'timepicker':
      return { selected_time: (chosen ? chosen[0] : element.initial_time) || null };
    case 'checkboxes': {
      const initial = element.initial_options ?? [];
      const picked = element.options.filter(({ value }) => chosen?.includes(value));
      return { selected_options: chosen ? picked : initial };
    }
    case 'radio_buttons':
    case 'static_select': {
      const options = element.type === 'static_select' ? optionsOf(element) : element.options;
      const picked = options.find(({ value }) => chosen?.includes(value));
      return { selected_option: (chosen ? picked : element.initial_option) ?? null };
    }
  }
}
