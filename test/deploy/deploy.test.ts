import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { parseDockerfile } from '../../scripts/image/dockerfile.ts';
import { SETTINGS } from '../../src/config/environment.ts';
import { ROOT } from '../support/process.ts';
import { build, type Resource } from './kustomize.ts';
import { schemaProblems } from './schemas.ts';

const FOLDERS = ['base', 'postgres', 'jobs/copy-store', 'jobs/restore', 'example'];
const SECRET = 'wg-serving-bot';

const reference = z.object({ name: z.string(), key: z.string(), optional: z.boolean().optional() });
const container = z.object({
  args: z.array(z.string()).optional(),
  image: z.string(),
  env: z
    .array(
      z.object({
        name: z.string(),
        value: z.string().optional(),
        valueFrom: z.object({ secretKeyRef: reference }).optional(),
      }),
    )
    .default([]),
  envFrom: z.array(z.object({ configMapRef: z.object({ name: z.string() }) })).default([]),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  resources: z.object({
    requests: z.object({ cpu: z.string(), memory: z.string() }),
    limits: z.object({ memory: z.string() }),
  }),
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })).default([]),
});
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
const restrictedPod = z.object({
  automountServiceAccountToken: z.literal(false),
  serviceAccountName: z.string().optional(),
  securityContext: z.object({
    runAsNonRoot: z.literal(true),
    runAsUser: z.number(),
    runAsGroup: z.number(),
    seccompProfile: z.object({ type: z.literal('RuntimeDefault') }),
  }),
  containers: z.tuple([container]),
  volumes: z
    .array(
      z.object({ name: z.string(), persistentVolumeClaim: z.object({ claimName: z.string() }) }),
    )
    .default([]),
});
const workload = z.object({
  spec: z.object({
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }).optional(),
    template: z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: restrictedPod,
    }),
  }),
});

const built = (folder: string) => build(join(ROOT, 'deploy', folder));
const workloadOf = (resources: readonly Resource[]) =>
  workload.parse(resources.find(({ kind }) => kind === 'Deployment' || kind === 'Job')).spec;
const podOf = (resources: readonly Resource[]) => {
  const pod = resources.find(({ kind }) => kind === 'Pod');
  return pod ? restrictedPod.parse(pod.spec) : workloadOf(resources).template.spec;
};
const named = (resources: readonly Resource[], kind: string) =>
  resources.filter((one) => one.kind === kind).map(({ metadata }) => metadata.name);
const dockerfile = parseDockerfile(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'));
const imageSteps = dockerfile.flatMap(({ steps }) => steps);

describe.each(FOLDERS)('deploy/%s', (folder) => {
  const resources = built(folder);

  it('fits the schemas of Kubernetes and the operators', () => {
    expect(resources.flatMap(schemaProblems)).toEqual([]);
  });

  it('runs the image’s user in a Pod that the restricted standard allows', () => {
    const { securityContext } = podOf(resources);
    const { runAsUser, runAsGroup } = securityContext;
    const users = imageSteps.flatMap((step) => (step.kind === 'user' ? [step.value] : []));
    expect(new Set(users)).toEqual(new Set([`${runAsUser}:${runAsGroup}`]));
  });

  it('sets only what the bot knows, and refers only to what is there', () => {
    const { containers, volumes, serviceAccountName } = podOf(resources);
    const [{ env, envFrom, volumeMounts }] = containers;
    for (const { name, valueFrom } of env) {
      expect(SETTINGS).toContain(name);
      if (valueFrom) expect(valueFrom.secretKeyRef).toMatchObject({ name: SECRET, key: name });
    }
    for (const { configMapRef } of envFrom) {
      expect(named(resources, 'ConfigMap')).toContain(configMapRef.name);
    }
    expect(volumeMounts.map(({ name }) => name)).toEqual(volumes.map(({ name }) => name));
    // The job takes the claim that the base has made.
    const claims = named(
      folder.startsWith('jobs/') ? built('base') : resources,
      'PersistentVolumeClaim',
    );
    expect(volumes.map((volume) => volume.persistentVolumeClaim.claimName)).toEqual(claims);
    if (serviceAccountName !== undefined) {
      expect(named(resources, 'ServiceAccount')).toEqual([serviceAccountName]);
    }
  });

  it.runIf(spawnSync('kubectl', ['version', '--client']).status === 0)(
    'is what kubectl kustomize builds',
    () => {
      const { stdout } = spawnSync('kubectl', ['kustomize', join(ROOT, 'deploy', folder)]);
      const text = String(stdout).replaceAll(/(wg-serving-bot-settings)-[a-z0-9]{10}\b/g, '$1');
      const theirs = parseAllDocuments(text).map((document) => document.toJS());
      expect(byName(resources)).toEqual(byName(theirs));
    },
  );
});

function byName(resources: readonly Resource[]): Record<string, Resource> {
  return Object.fromEntries(resources.map((one) => [`${one.kind} ${one.metadata.name}`, one]));
}

describe('the settings', () => {
  const data = (folder: string) =>
    built(folder).find(({ metadata }) => metadata.name === 'wg-serving-bot-settings')?.data;

  it('are ones that the bot knows, and no secrets', () => {
    const names = Object.keys(z.record(z.string(), z.string()).parse(data('base')));
    for (const name of names) {
      expect(SETTINGS).toContain(name);
      expect(name).not.toMatch(/TOKEN|SECRET|KEY|DATABASE_URL/);
    }
  });

  it('can be set in a folder of one’s own', () => {
    expect(data('example')).toEqual({ SLACK_CHANNEL_ID: 'C0123456789', LOG_LEVEL: 'info' });
  });

  it('keep a Pod from starting without its secrets, which kubectl describe then names', () => {
    const keys = (folder: string) =>
      podOf(built(folder)).containers[0].env.flatMap(({ valueFrom }) =>
        valueFrom && !valueFrom.secretKeyRef.optional ? [valueFrom.secretKeyRef.key] : [],
      );
    expect(keys('base')).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']);
    expect(keys('postgres')).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'DATABASE_URL']);
    const external = built('example').find(({ kind }) => kind === 'ExternalSecret');
    expect(external?.spec).toMatchObject({
      target: { name: SECRET },
      data: keys('postgres').map((secretKey) => ({ secretKey })),
    });
  });
});

describe('the ports', () => {
  it('are the same for the bot, its probes, its Service and the image', () => {
    const [{ env, ports }] = podOf(built('base')).containers;
    const port = ports.find(({ name }) => name === 'health')?.containerPort;
    expect(env.find(({ name }) => name === 'HEALTH_PORT')?.value).toBe(String(port));
    const inImage = imageSteps.flatMap((step) =>
      step.kind === 'env' ? [step.values.HEALTH_PORT] : [],
    );
    expect(inImage).toEqual([String(port)]);
    const text = JSON.stringify(built('base'));
    const probes = [...text.matchAll(/"httpGet":\{"path":"([^"]+)","port":"([^"]+)"/g)];
    expect(probes.map(([, path, name]) => [path, name])).toEqual([
      ['/livez', 'health'],
      ['/livez', 'health'],
      ['/readyz', 'health'],
    ]);
  });
});

describe('what selects Pods', () => {
  it('selects the bots, and nothing else in the namespace', () => {
    const { selector, template } = workloadOf(built('example'));
    const labels = { 'app.kubernetes.io/name': 'wg-serving-bot' };
    expect(selector?.matchLabels).toEqual(labels);
    expect(template.metadata.labels).toEqual(labels);
    expect(workloadOf(built('jobs/copy-store')).template.metadata.labels).not.toEqual(labels);
    const specs = built('example').map(({ kind, spec }) => [kind, spec]);
    expect(Object.fromEntries(specs)).toMatchObject({
      Service: { selector: labels },
      NetworkPolicy: { podSelector: { matchLabels: labels } },
      PodDisruptionBudget: { selector: { matchLabels: labels } },
      ServiceMonitor: { selector: { matchLabels: labels } },
    });
  });
});

describe('the image', () => {
  it('is named in one place, with the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const files = globSync('{deploy,.github}/**/*.{yaml,yml,json}', { cwd: ROOT });
    const naming = files.filter((file) =>
      /newName|registry\.example\.com/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(naming).toEqual([join('deploy', 'image', 'kustomization.yaml')]);
    for (const folder of FOLDERS) {
      expect(podOf(built(folder)).containers[0].image).toMatch(
        new RegExp(`^[a-z0-9.:/-]+/wg-serving-bot:${version}$`),
      );
    }
  });
});
