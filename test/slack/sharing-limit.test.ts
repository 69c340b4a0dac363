import { expect, it } from 'vitest';
import { sharingLimit } from '../../src/slack/sharing-limit.ts';
import { at } from '../support/build.ts';

const now = at('2026-12-01T09:00');

it('a person shares once a minute, whatever others do', () => {
  const limit = sharingLimit();
  expect(limit.take('U1', now)).toBe(true);
  expect(limit.take('U1', now.plus({ seconds: 59 }))).toBe(false);
  expect(limit.take('U2', now.plus({ seconds: 59 }))).toBe(true);
  expect(limit.take('U1', now.plus({ seconds: 60 }))).toBe(true);
});

it('a refused share does not make the next one wait longer', () => {
  const limit = sharingLimit();
  limit.take('U1', now);
  limit.take('U1', now.plus({ seconds: 50 }));
  expect(limit.take('U1', now.plus({ seconds: 61 }))).toBe(true);
});

it('a failed share does not count', () => {
  const limit = sharingLimit();
  limit.take('U1', now);
  limit.giveBack('U1');
  expect(limit.take('U1', now)).toBe(true);
});

it('a clock set back by an hour keeps nobody waiting', () => {
  const limit = sharingLimit();
  limit.take('U1', now);
  expect(limit.take('U1', now.minus({ hours: 1 }))).toBe(true);
});
