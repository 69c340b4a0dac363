import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { Learned } from './model.ts';

/** Text of a third of the size, so that the model stays a small file. */
export function packLearned(learned: Learned): string {
  return brotliCompressSync(JSON.stringify(learned)).toString('base64');
}

export function unpackLearned(packed: string): Learned {
  return JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString());
}
