import { promisify } from 'node:util';
import { brotliCompressSync, brotliDecompress, brotliDecompressSync } from 'node:zlib';

/** What was learned from the examples. */
export interface Learned {
  readonly intents: readonly string[];
  /** Words that occur in more than one example, with the number of examples, such as `meeting 712`. */
  readonly words: string;
  readonly examples: number;
  /** One a line, most of them words, pairs and pieces; in the order of the rows of `levels`. */
  readonly features: string;
  /** What each feature says for each intent, in levels; row by row. */
  readonly levels: Int8Array;
  /** What a level counts, by intent. */
  readonly scales: readonly number[];
  readonly biases: readonly number[];
}

const END_OF_TEXTS = '\n';

/** Text of a third of the size, so that the model stays a small file. */
export function packLearned({ levels, ...texts }: Learned): string {
  const bytes = Buffer.concat([
    Buffer.from(JSON.stringify(texts) + END_OF_TEXTS),
    Buffer.from(levels.buffer, levels.byteOffset, levels.byteLength),
  ]);
  return brotliCompressSync(bytes).toString('base64');
}

export async function unpackLearned(packed: string): Promise<Learned> {
  return readLearned(await promisify(brotliDecompress)(Buffer.from(packed, 'base64')));
}

export function unpackLearnedAtOnce(packed: string): Learned {
  return readLearned(brotliDecompressSync(Buffer.from(packed, 'base64')));
}

function readLearned(bytes: Buffer): Learned {
  const end = bytes.indexOf(END_OF_TEXTS);
  const levels = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1);
  return { ...JSON.parse(bytes.toString('utf8', 0, end)), levels };
}
