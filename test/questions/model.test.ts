import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fingerprint, MODEL } from '../../scripts/train/fingerprint.ts';
import { fit } from '../../scripts/train/fit.ts';
import type { ModelFile } from '../../src/questions/own-model.ts';

describe('the model', () => {
  it('is made from the examples and the code that are there (npm run train makes it)', () => {
    const file: ModelFile = JSON.parse(readFileSync(MODEL, 'utf8'));
    expect(file.madeFrom).toBe(fingerprint());
  });

  it('is smaller than a megabyte', () => {
    expect(statSync(MODEL).size).toBeLessThan(1_000_000);
  });
});

describe('fitting', () => {
  const row = (index: number, target: number) => ({
    indexes: Int32Array.of(index),
    values: Float32Array.of(1),
    targets: [target],
    weight: 1,
  });
  const rows = [row(0, 0), row(1, 1), row(0, 0), row(2, 1)];
  const settings = { classes: 2, features: 3, epochs: 20, rate: 0.3, decay: 1e-5, seed: 1 };

  it('gives the same weights for the same rows and seed', () => {
    expect(fit(rows, settings)).toEqual(fit(rows, settings));
    expect(fit(rows, settings)).not.toEqual(fit(rows, { ...settings, seed: 2 }));
  });

  it('raises what speaks for a class', () => {
    const weights = fit(rows, settings);
    expect(weights[0]).toBeGreaterThan(weights[1] ?? 0);
    expect(weights[2 * 2 + 1]).toBeGreaterThan(weights[2 * 2] ?? 0);
  });
});
