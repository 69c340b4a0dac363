export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

export function median(times: readonly number[]): number {
  return quantile(times, 0.5);
}
