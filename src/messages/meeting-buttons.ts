import { actions, linkButton } from './blocks.ts';
import type { Block } from './message.ts';

interface Links {
  readonly joinLink?: string;
  readonly agendaLink?: string;
}

// https://docs.slack.dev/reference/block-kit/block-elements/button-element
const MAX_ACTION_ID_LENGTH = 255;

/**
 * Join and agenda, each only where there is an address. `suffix` tells the buttons of several
 * meetings in one message apart.
 */
export function meetingButtons(links: Links, style?: 'primary', suffix = ''): Block[] {
  const id = (name: string) => `${name}${suffix}`.slice(0, MAX_ACTION_ID_LENGTH);
  return actions([
    linkButton('Join', links.joinLink, id('open-join'), style),
    linkButton('Agenda and notes', links.agendaLink, id('open-agenda')),
  ]);
}
