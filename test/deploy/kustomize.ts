import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

/** A Kubernetes resource. */
export const resource = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
});
export type Resource = z.infer<typeof resource>;

const paths = z.array(z.string()).default([]);
const generator = z.strictObject({
  name: z.string(),
  behavior: z.literal('merge').optional(),
  envs: paths,
  files: paths,
  literals: paths,
  options: z
    .strictObject({
      disableNameSuffixHash: z.literal(true),
      labels: z.record(z.string(), z.string()),
    })
    .optional(),
});
const operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(['add', 'replace']), path: z.string(), value: z.unknown() }),
  z.strictObject({ op: z.literal('remove'), path: z.string() }),
]);
type Operation = z.infer<typeof operation>;
const deletion = resource.extend({ $patch: z.literal('delete') });

/** What this project uses of https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
const kustomization = z.strictObject({
  apiVersion: z.string(),
  kind: z.enum(['Kustomization', 'Component']),
  namespace: z.string().optional(),
  labels: z.array(z.strictObject({ pairs: z.record(z.string(), z.string()) })).default([]),
  resources: paths,
  components: paths,
  images: z
    .array(z.strictObject({ name: z.string(), newName: z.string(), newTag: z.string() }))
    .default([]),
  configMapGenerator: z.array(generator).default([]),
  patches: z
    .array(
      z.strictObject({
        path: z.string(),
        target: z.strictObject({ kind: z.string(), name: z.string() }).optional(),
      }),
    )
    .default([]),
});
type Kustomization = z.infer<typeof kustomization>;

const NOT_IN_A_NAMESPACE = new Set(['Namespace']);

/** Builds a folder as `kubectl kustomize` does, but for the hashes that it appends to names. */
export function build(folder: string, given: readonly Resource[] = []): Resource[] {
  const wanted = kustomization.parse(only(documents(join(folder, 'kustomization.yaml'))));
  const own = wanted.resources.flatMap((path) => read(join(folder, path)));
  const made = generate(wanted.configMapGenerator, folder, [...given, ...own]);
  const all = wanted.components.reduce((before, path) => build(join(folder, path), before), made);
  for (const patch of wanted.patches) apply(patch, folder, all);
  return all.filter((one) => !('$deleted' in one)).map((one) => finished(one, wanted));
}

function read(path: string): Resource[] {
  if (statSync(path).isDirectory()) return build(path);
  return documents(path).map((document) => resource.parse(document));
}

function documents(path: string): unknown[] {
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS());
}

function only<T>(values: readonly T[]): T {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0) throw new Error(`${values.length} instead of one`);
  return value;
}

function generate(
  generators: Kustomization['configMapGenerator'],
  folder: string,
  resources: readonly Resource[],
): Resource[] {
  const all = [...resources];
  for (const { name, behavior, envs, files, literals, options } of generators) {
    const lines = [
      ...envs.flatMap((path) => readFileSync(join(folder, path), 'utf8').split('\n')),
      ...literals,
    ].filter((line) => line !== '' && !line.startsWith('#'));
    const data = Object.fromEntries([
      ...lines.map((line) => line.split(/=(.*)/s, 2)),
      ...files.map((path) => [basename(path), readFileSync(join(folder, path), 'utf8')]),
    ]);
    if (behavior === 'merge') {
      const known = find(all, 'ConfigMap', name);
      known.data = Object.assign({}, known.data, data);
      continue;
    }
    const labels = options && { labels: options.labels };
    all.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ...labels }, data });
  }
  return all;
}

function find(resources: readonly Resource[], kind: string, name: string): Resource {
  return only(resources.filter((one) => one.kind === kind && one.metadata.name === name));
}

function apply(
  { path, target }: Kustomization['patches'][number],
  folder: string,
  resources: readonly Resource[],
): void {
  const patch = only(documents(join(folder, path)));
  if (target) {
    const patched = find(resources, target.kind, target.name);
    for (const one of z.array(operation).parse(patch)) operate(patched, one);
    return;
  }
  const { kind, metadata } = deletion.parse(patch);
  find(resources, kind, metadata.name).$deleted = true;
}

/** https://datatracker.ietf.org/doc/html/rfc6902 */
function operate(patched: Resource, step: Operation): void {
  const names = step.path.slice(1).split('/');
  const last = names.pop() ?? '';
  const parent = names.reduce<unknown>((value, name) => Reflect.get(Object(value), name), patched);
  if (Array.isArray(parent) && step.op === 'add' && last === '-') {
    parent.push(step.value);
    return;
  }
  const place = z.record(z.string(), z.unknown()).parse(parent);
  if (step.op !== 'add' && !(last in place)) throw new Error(`${step.path} is not there`);
  if (step.op === 'remove') Reflect.deleteProperty(Object(parent), last);
  else Reflect.set(Object(parent), last, step.value);
}

function finished(one: Resource, { namespace, labels, images }: Kustomization): Resource {
  const pairs = Object.assign({}, ...labels.map((entry) => entry.pairs));
  const kept = { ...one.metadata.labels, ...pairs };
  const metadata = {
    ...one.metadata,
    ...(namespace !== undefined && !NOT_IN_A_NAMESPACE.has(one.kind) && { namespace }),
    ...(Object.keys(kept).length > 0 && { labels: kept }),
  };
  const text = JSON.stringify({ ...one, metadata }, (key, value) => {
    const image = key === 'image' ? images.find(({ name }) => name === value) : undefined;
    return image ? `${image.newName}:${image.newTag}` : value;
  });
  return resource.parse(JSON.parse(text));
}
