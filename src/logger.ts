import pino, { type DestinationStream, type Logger } from 'pino';

// Patterns of secrets that an upstream's error could contain: Slack tokens, Google keys and tokens,
// the key in a URL.
const SECRET_SHAPES =
  /x(?:ox[a-z]|app)-[\w-]+|AIza[\w-]{20,}|ya29\.[\w.-]+|(?<=[?&]key=)[^&\s"]+/gu;

/** Replaces each of `secrets` and whatever looks like one. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  // A secret shorter than this would redact ordinary words.
  const long = secrets.filter((secret) => secret.length >= 8);
  return (text) =>
    long
      .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
      .replace(SECRET_SHAPES, '[secret]');
}

/** JSON lines without secrets: each of `secrets` and whatever looks like one is redacted. */
export function createLogger(
  level: string,
  secrets: readonly string[],
  destination: DestinationStream = pino.destination({ fd: 1, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      hooks: { streamWrite: redactor(secrets) },
    },
    destination,
  );
}

/** For programs whose findings are their log. */
export const silentLogger: Logger = pino({ level: 'silent' });

/** The same log, with recipients removed from the keys of direct messages. */
export function withoutPeople(logger: Logger): Logger {
  const censor = (key: unknown) => String(key).replace(/^dm\/[^/]+/u, 'dm');
  return logger.child({}, { redact: { paths: ['key'], censor } });
}

/**
 * Name, message and stack of an error and its causes. HTTP clients' errors carry whole requests
 * and responses as properties; none of that belongs in a log.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause !== undefined && { cause: describeError(cause) }) };
}
