import { describe, expect, it } from 'vitest';
import { findGuide, findWorkstream } from '../../src/group/lookup.ts';
import { group } from '../support/build.ts';

const facts = group();

describe('findWorkstream', () => {
  it.each([
    ['Autoscaling', 'Autoscaling'],
    ['autoscalling', 'Autoscaling'],
    ['AUTO-SCALING', 'Autoscaling'],
    ['multi-node', 'MultiHost/MultiNode'],
    ['multinode', 'MultiHost/MultiNode'],
    ['multihost/multinode', 'MultiHost/MultiNode'],
    ['orchestraton', 'Orchestration'],
    ['dra', 'DRA'],
    ['dynamic resource allocation', 'DRA'],
  ])('finds %s', (typed, name) => {
    expect(findWorkstream(facts, typed)?.name).toBe(name);
  });

  it.each(['', 'zzz', 'dri', 'storage', '🔥', 'x'.repeat(8000)])(
    'does not guess at %j',
    (typed) => {
      expect(findWorkstream(facts, typed)).toBeUndefined();
    },
  );
});

describe('findGuide', () => {
  it.each([
    ['subscribe', 'subscribe'],
    ['ad-hoc', 'schedule'],
    ['upload recording', 'upload'],
    ['uplaod', 'upload'],
  ])('finds %s', (typed, name) => {
    expect(findGuide(facts, typed)?.name).toBe(name);
  });
});
