import { z } from 'zod';

/** What a button keeps for the time when it is pressed, as JSON text that no client could act upon. */
export function buttonValue(data: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(data).replace(
    /[<>&]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Reads the value of a pressed button. */
export const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
});
