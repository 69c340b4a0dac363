import type { types } from '@slack/bolt';
import { z } from 'zod';
import { button } from '../messages/blocks.ts';
import { buttonValue, jsonText } from '../messages/button-value.ts';

/** Action IDs of the buttons below begin with this. */
export const PROPOSAL_ACTION = 'proposal-';

/** What an organizer wants who presses one. */
export const proposalRequest = jsonText.pipe(
  z.object({ proposal: z.string().min(1).max(100), done: z.boolean() }),
);

/** Ticks a proposal off, or takes that back. */
export function proposalButton(label: string, proposalId: string, done: boolean): types.Button {
  const actionId = `${PROPOSAL_ACTION}${done ? 'done' : 'undo'}-${proposalId}`;
  return button(label, actionId, buttonValue({ proposal: proposalId, done }));
}
