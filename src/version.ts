import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { shippedFile } from './shipped-files.ts';

const packageFile = z.object({ version: z.string() });

/** The version of the bot that is running. */
export const VERSION = packageFile.parse(
  JSON.parse(readFileSync(shippedFile('package.json'), 'utf8')),
).version;
