import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readMetricNames } from '../support/metrics.ts';
import { ROOT } from '../support/process.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const alerts = z
  .object({
    spec: z.object({
      groups: z.array(
        z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) }),
      ),
    }),
  })
  .parse(parse(read('deploy/components/monitoring/alerts.yaml')));
const dashboard = z
  .object({
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
        targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })),
      }),
    ),
  })
  .parse(JSON.parse(read('deploy/components/monitoring/dashboard.json')));

const rules = alerts.spec.groups.flatMap((group) => group.rules);
const targets = dashboard.panels.flatMap((panel) => panel.targets);
const expressions = [...rules, ...targets].map(({ expr }) => expr);
/** The labels of each metric, as its documentation lists them. */
const labels = new Map(
  [...read('docs/operating.md').matchAll(/^\| `(wg_serving_bot_\w+)` \| \w+:?([^|]*)\|/gmu)].map(
    ([, name = '', list = '']) => [name, [...list.matchAll(/`(\w+)`/g)].map(([, label]) => label)],
  ),
);

describe('the dashboard and the alerts', () => {
  it('use metrics that exist, and show each of them', async () => {
    const used = expressions.flatMap((expression) => expression.match(/wg_serving_bot_\w+/g) ?? []);
    const names = used.map((name) => name.replace(/_bucket$/, ''));
    expect([...new Set(names)].toSorted()).toEqual((await readMetricNames()).toSorted());
  });

  it.each(expressions)('%s uses labels that its metric has', (expression) => {
    const [, name = ''] = /(wg_serving_bot_\w+?)(?:_bucket)?\b/.exec(expression) ?? [];
    const grouped = [...expression.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list = '']) =>
      list.split(', '),
    );
    const matched = [...expression.matchAll(/[{,](\w+)!?=/g)].map(([, label]) => label);
    for (const label of [...grouped, ...matched]) {
      expect([...(labels.get(name) ?? []), 'le']).toContain(label);
    }
  });

  it('have names of their own', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('show labels that the query has kept', () => {
    for (const { expr, legendFormat } of targets) {
      for (const [, label = ''] of legendFormat.matchAll(/\{\{(\w+)\}\}/g)) {
        expect(expr).toMatch(new RegExp(`by \\([^)]*\\b${label}\\b`));
      }
    }
  });

  it('overlap nowhere on the dashboard', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${x + (n % w)}/${y + Math.floor(n / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...dashboard.panels.map(({ gridPos: { x, w } }) => x + w))).toBe(24);
  });
});
