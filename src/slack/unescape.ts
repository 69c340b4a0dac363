/**
 * What a person typed, from the form in which Slack tells it to an app.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
