// mrkdwn has no way to escape its marks. These look the same and mark nothing.
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['*', '∗'],
  ['_', 'ˍ'],
  ['~', '∼'],
  ['`', 'ˋ'],
]);

const WORD_JOINER = '\u2060';

// A mark is read beside the end of a word. `snake_case` and `5 * 3` mark nothing and stay as typed.
const MARK = /(?<![\p{L}\p{N}])[*_~](?!\s)|(?<!\s)[*_~](?![\p{L}\p{N}])|`/gu;
const EMOJI = /:([\w+'-]*[a-z][\w+'-]*|[+-]1|100):/giu;
const QUOTE = /^(?=[>＞])/gmu;

/**
 * A text from outside, changed so that Slack shows it as it was typed: nothing in it is bold,
 * struck, code, a quote or an emoji. Give it clean text, and escape it afterwards.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function literal(text: string): string {
  return text.replace(MARK, lookAlike).replace(EMOJI, '∶$1∶').replace(QUOTE, WORD_JOINER);
}

function lookAlike(mark: string): string {
  return LOOK_ALIKES.get(mark) ?? mark;
}
