import { z } from 'zod';
import { dateFormatProblem } from './date-token.ts';

/** A date in text: `<!date^timestamp^format^link|fallback>` in mrkdwn. */
export interface DateCommand {
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly format: string;
  readonly fallback: string;
  readonly link?: string;
}

const COMMAND = /<!date([^>]*)>/gu;
const PARTS =
  /^\^(?<timestamp>\d{1,11})\^(?<format>[^|^]+)(?:\^(?<link>[^|^]+))?\|(?<fallback>.+)$/u;

/** Replaces each date in a mrkdwn text; anything that isn't a date stays. */
export function replaceDates(mrkdwn: string, replacement: (date: DateCommand) => string): string {
  return mrkdwn.replace(COMMAND, (whole, body: string) => {
    const date = parseCommand(body);
    return date ? replacement(date) : whole;
  });
}

/** What is wrong with the dates in a mrkdwn text. */
export function dateProblems(mrkdwn: string): string[] {
  return [...mrkdwn.matchAll(COMMAND)].flatMap(([whole, body = '']) => {
    const date = parseCommand(body);
    if (!date) return [`invalid date: ${whole}`];
    if (date.link !== undefined && !z.url().safeParse(date.link).success) {
      return [`invalid link: ${whole}`];
    }
    return dateFormatProblem(date.format) ?? [];
  });
}

function parseCommand(body: string): DateCommand | undefined {
  const { timestamp, format, link, fallback } = PARTS.exec(body)?.groups ?? {};
  if (timestamp === undefined || format === undefined || fallback === undefined) return undefined;
  return { timestamp: Number(timestamp), format, fallback, ...(link !== undefined && { link }) };
}
