import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createDeflate, createInflate } from 'node:zlib';

// SQLite writes in the main thread: a megabyte takes longer than Slack's requests should wait.
const MAX_PLAIN_LENGTH = 200_000;
const CHUNK_LENGTH = 64_000;

/**
 * JSON texts as one: as an array, or if that is long, compressed in another thread into a string. Earlier
 * versions of the bot ignore that string like any copy that they can't parse.
 */
export async function pack(texts: readonly string[]): Promise<string> {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length <= MAX_PLAIN_LENGTH) return `[${texts.join(',')}]`;
  const deflate = createDeflate();
  const packed = buffer(deflate);
  await pipeline(Readable.from(chunksOf(texts)), deflate);
  return JSON.stringify((await packed).toString('base64'));
}

/** The values that were packed, a few at a time. Fails if they are damaged. */
export async function* unpack(packed: string): AsyncGenerator<unknown> {
  if (!packed.startsWith('"')) {
    const whole: unknown = JSON.parse(packed);
    yield* Array.isArray(whole) ? whole : [whole];
    return;
  }
  const inflate = createInflate();
  inflate.end(Buffer.from(packed, 'base64'));
  let rest = '';
  for await (const chunk of inflate.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
}

/** One text a line: JSON has no line break within a text. */
function* chunksOf(texts: readonly string[]): Generator<string> {
  let chunk = '';
  for (const text of texts) {
    chunk += `${text}\n`;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
