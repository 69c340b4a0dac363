import { checkBlocks, MESSAGE_BLOCKS, type SlackBlock } from './block-kit.ts';
import { dateProblems } from './date-command.ts';

// https://docs.slack.dev/reference/methods/chat.postMessage#errors
const MAX_TEXT_LENGTH = 40_000;

export type ContentResult =
  | { readonly ok: true; readonly text: string; readonly blocks: readonly SlackBlock[] }
  | { readonly ok: false; readonly error: string; readonly errors: readonly string[] };

/** The text and blocks of a message, checked as Slack does, and its dates more strictly. */
export function checkContent(text = '', blocks: unknown = []): ContentResult {
  const checked = checkBlocks(blocks, MESSAGE_BLOCKS);
  if (!checked.ok) return refusal('invalid_blocks', checked.errors);
  if (text === '' && checked.blocks.length === 0) return refusal('no_text');
  if (text.length > MAX_TEXT_LENGTH) return refusal('msg_too_long');
  const problems = dateProblems(text);
  if (problems.length > 0) return refusal('invalid_arguments', problems);
  return { ok: true, text, blocks: checked.blocks };
}

function refusal(error: string, errors: readonly string[] = []): ContentResult {
  return { ok: false, error, errors };
}
