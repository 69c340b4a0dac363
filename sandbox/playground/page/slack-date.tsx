import { DateTime } from 'luxon';
import { z } from 'zod';
import { parseJson } from '../../json.ts';
import { dateFor } from '../reader.ts';
import { useReader } from './reader.tsx';

const packed = z.object({
  format: z.string(),
  timezone: z.string().optional(),
  url: z.string().optional(),
  fallback: z.string().optional(),
});

/**
 * The `date` element of rich text, with everything packed into its format: the library that renders
 * the blocks passes on only the format and the timestamp.
 */
export function packDate(element: object): object {
  return { ...element, format: JSON.stringify(element) };
}

interface SlackDateProps {
  /** Seconds since 1970. */
  readonly timestamp: string;
  /** A format of tokens, or a packed rich text element. */
  readonly format: string;
  readonly fallback: string;
  readonly link: string | null;
}

/** A date in the viewer's zone, kept up to date as the clock runs. */
export function SlackDate({ timestamp, format, fallback, link }: SlackDateProps) {
  const { zone, now } = useReader();
  const element = packed.safeParse(parseJson(format)).data ?? { format, fallback, url: link };
  const reader = { zone, now: DateTime.fromMillis(now) };
  const time = <time>{dateFor(reader, { ...element, timestamp: Number(timestamp) })}</time>;
  if (!element.url) return time;
  return (
    <a href={element.url} target="_blank" rel="noreferrer">
      {time}
    </a>
  );
}
