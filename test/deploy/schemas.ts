import { ExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import { ServiceMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { Pod } from 'kubernetes-models/v1/Pod';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import type { Resource } from './kustomize.ts';

// These validators are compiled from the schemas that Kubernetes and the operators publish.
const MODELS = [
  ConfigMap,
  Deployment,
  ExternalSecret,
  Job,
  Namespace,
  NetworkPolicy,
  PersistentVolumeClaim,
  Pod,
  PodDisruptionBudget,
  PrometheusRule,
  Service,
  ServiceAccount,
  ServiceMonitor,
];

/** What is wrong with a resource by the schema of its kind, fields that the schema does not know included. */
export function schemaProblems(resource: Resource): string[] {
  const { apiVersion, kind } = resource;
  const model = MODELS.find((one) => {
    const { apiVersion: version, kind: name }: { apiVersion?: string; kind?: string } = one;
    return version === apiVersion && name === kind;
  });
  if (!model) return [`there is no schema for ${apiVersion} ${kind}`];
  const read = new Set<string>();
  try {
    model.prototype.validate.call(watched(resource, '', read));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  return fieldsOf(resource, '')
    .filter((path) => !read.has(path))
    .map((path) => `${path} is not a field of ${kind}`);
}

/** The validators let unknown fields pass, but look at every field that they know. */
function watched<T extends object>(value: T, path: string, read: Set<string>): T {
  return new Proxy(value, {
    get(target, name) {
      const child: unknown = Reflect.get(target, name);
      const childPath = `${path}/${String(name)}`;
      read.add(childPath);
      return typeof child === 'object' && child !== null ? watched(child, childPath, read) : child;
    },
  });
}

function fieldsOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => [
    `${path}/${name}`,
    ...fieldsOf(child, `${path}/${name}`),
  ]);
}
