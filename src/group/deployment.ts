import camelcaseKeys from 'camelcase-keys';
import { z } from 'zod';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';

const channel = z.string().regex(/^[CG][A-Z0-9]+$/, 'must be a channel ID such as C0123456789');

const placement = z.strictObject({
  channels: z
    .array(channel)
    .max(20)
    .optional()
    .describe('Where requests are for this group. Default: the channels in its group file'),
  reminders: z
    .union([channel, z.literal('none', 'must be a channel ID such as C0123456789, or none')])
    .optional()
    .describe('Where its reminders go. Default: the first of its channels'),
  organizers_channel: channel.optional().describe('The organizers’ own channel'),
  alert_channel: channel
    .optional()
    .describe('Where its problems are told. Default: the setting ALERT_CHANNEL'),
});

/** The file that says which channel of a workspace is whose. */
export const deploymentSchema = z.strictObject({
  groups: z.record(z.string(), placement).describe('By the ID of the group'),
});

const deployment = deploymentSchema.transform((file) =>
  Object.fromEntries(
    Object.entries(file.groups).map(([id, places]) => [id, camelcaseKeys(places)]),
  ),
);

/** Where each group is in the workspace, by the ID of the group. */
export type Deployment = z.output<typeof deployment>;

/** Parses the text of a deployment file. */
export function parseDeployment(yaml: string): ParsedYaml<Deployment> {
  return parseYaml(yaml, deployment);
}
