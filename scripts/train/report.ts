import type { Bands } from '../../src/questions/model.ts';
import { isUnanswerable, shares } from './bands.ts';
import type { Read } from './judge.ts';

/** How often questions are answered rightly, by kind, with 95 % confidence intervals. */
export function report(title: string, reads: readonly Read[], bands: Bands): string {
  const kinds = [...Map.groupBy(reads, ({ example }) => example.kind)].toSorted();
  const authors = [...Map.groupBy(reads, ({ example }) => `author ${example.author}`)].toSorted();
  const lines = [['all', reads] as const, ...kinds, ...authors].flatMap(([kind, those]) => [
    answerableLine(
      kind,
      those.filter((read) => !isUnanswerable(read)),
      bands,
    ),
    unanswerableLine(kind, those.filter(isUnanswerable), bands),
  ]);
  return `${title}\n${lines.filter((line) => line !== undefined).join('\n')}\n\n`;
}

function answerableLine(kind: string, reads: readonly Read[], bands: Bands): string | undefined {
  if (reads.length === 0) return undefined;
  const { 'at once': right, offered, wrong } = shares(reads, bands);
  const count = reads.length;
  return `  ${kind.padEnd(18)} ${String(count).padStart(5)}  at once ${share(right, count)}  or by a click ${share(right + offered, count)}  wrong ${share(wrong, count)}`;
}

function unanswerableLine(kind: string, reads: readonly Read[], bands: Bands): string | undefined {
  if (reads.length === 0) return undefined;
  const { wrong, offered } = shares(reads, bands);
  const count = reads.length;
  return `  ${kind.padEnd(18)} ${String(count).padStart(5)}  without an answer: answered ${share(wrong, count)}  buttons ${share(offered, count)}`;
}

/** A share in percent, with Wilson’s interval. */
function share(part: number, count: number): string {
  const z = 1.96;
  const middle = part + z ** 2 / (2 * count);
  const spread = z * Math.sqrt((part * (1 - part)) / count + z ** 2 / (4 * count ** 2));
  const scale = 1 + z ** 2 / count;
  const percent = (x: number) => (100 * Math.max(0, x)).toFixed(1);
  return `${percent(part).padStart(5)} % (${percent((middle - spread) / scale)}–${percent((middle + spread) / scale)})`;
}
