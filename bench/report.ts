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

export type Unit = 'ms' | 'MB' | 'a second';

export function shown(value: number, unit: Unit): string {
  return `${value.toFixed(value < 100 ? (value < 10 ? 2 : 1) : 0)} ${unit}`;
}

/** A table whose columns are as wide as what is in them. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    print(`  ${cells.join('  ')}`);
  }
}
