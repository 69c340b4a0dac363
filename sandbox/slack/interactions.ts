import type { Interactive } from './block-elements.ts';
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

type Choice = Exclude<Interactive, { type: 'button' }>;

/** An element's chosen options; for a single choice, `null` means none. */
export function chosenOf(element: Choice, values: readonly string[]) {
  const chosen = element.options.filter(({ value }) => values.includes(value));
  switch (element.type) {
    case 'checkboxes':
      return { selected_options: chosen };
    case 'radio_buttons':
    case 'static_select':
      return { selected_option: chosen[0] ?? null };
  }
}
