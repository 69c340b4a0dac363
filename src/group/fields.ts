import { z } from 'zod';

// Slack refuses a button whose URL is longer: https://docs.slack.dev/reference/block-kit/block-elements/button-element
export const httpsUrl = z
  .url({ protocol: /^https$/, error: 'must be a link that starts with https://' })
  .max(3000);

/** A name or a phrase. */
export const line = z.string().trim().min(1).max(300);

/** A paragraph. */
export const text = z.string().trim().min(1).max(1500);

export const aliases = z.array(line).max(30).default([]);

export const askedAs = z
  .array(line)
  .max(50)
  .default([])
  .describe('Phrases that people ask for it with');

export const person = z.strictObject({
  name: line,
  github: z
    .string()
    .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, 'must be a GitHub user name')
    .describe('GitHub user name, without @'),
});
