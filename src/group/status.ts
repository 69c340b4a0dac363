import { z } from 'zod';
import { aliases, httpsUrl, line, text } from './fields.ts';

export const month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-02');

const successor = z.strictObject({
  what: line.describe('A workstream, or anything else that the group did'),
  aliases,
  by: z.array(line).min(1).max(10).describe('The groups that took it over'),
  link: httpsUrl.optional(),
});

const retired = z.strictObject({
  retired: month.describe('The month since which the group no longer exists, as YYYY-MM'),
  explanation: text.describe('One sentence: what became of the group'),
  successors: z.array(successor).max(40).default([]),
});

/** Whether the group is at work. */
export const status = z
  .union([z.literal('active', 'must be active, or say since when the group is retired'), retired])
  .default('active');
