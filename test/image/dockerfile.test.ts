import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDockerfile, type Step } from '../../scripts/image/dockerfile.ts';
import { ROOT } from '../support/process.ts';

const stages = parseDockerfile(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'));
const steps = stages.at(-1)?.steps ?? [];
const only = <Kind extends Step['kind']>(kind: Kind) =>
  steps.filter((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);

describe('the Dockerfile', () => {
  it('pins each base by its digest', () => {
    const names = stages.map(({ name }) => name);
    const bases = stages.filter(({ base }) => !names.includes(base));
    expect(bases).toHaveLength(2);
    for (const { digest } of bases) expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('makes an image that needs no shell, nor root, nor a name for its user', () => {
    expect(only('user')).toEqual([{ kind: 'user', value: '65532:65532' }]);
    const commands = steps.flatMap((step) => ('command' in step ? [step.command] : []));
    expect(commands.map(({ kind }) => kind)).toEqual(['exec', 'exec', 'exec']);
    expect(only('run')).toEqual([]);
    expect(only('stop signal')).toEqual([{ kind: 'stop signal', signal: 'SIGTERM' }]);
    expect(only('health check')).toHaveLength(1);
  });

  it('says what the image is', () => {
    expect(Object.assign({}, ...only('label').map(({ values }) => values))).toMatchObject({
      'org.opencontainers.image.title': 'WG Serving bot',
      'org.opencontainers.image.licenses': 'Apache-2.0',
    });
  });
});

describe('parseDockerfile', () => {
  it('reads both forms of a command, and copies from stages', () => {
    const [first, second] = parseDockerfile(
      'FROM a AS one\nRUN x && \\\n  y\nFROM one\nCOPY --from=one --chown=1:2 b c /d/\nRUN ["e", "f g"]\n',
    );
    expect(first).toMatchObject({
      name: 'one',
      steps: [
        { kind: 'run', command: { kind: 'shell', line: expect.stringMatching(/^x && +y$/) } },
      ],
    });
    expect(second?.steps).toEqual([
      { kind: 'copy', from: 'one', owner: '1:2', sources: ['b', 'c'], target: '/d/' },
      { kind: 'run', command: { kind: 'exec', words: ['e', 'f g'] } },
    ]);
  });

  it('refuses what it does not know instead of leaving it out', () => {
    expect(() => parseDockerfile('FROM a\nADD x y\n')).toThrow('ADD is not known here');
    expect(() => parseDockerfile('FROM a\nSTOPSIGNAL SIGNOPE\n')).toThrow(
      'not the name of a signal',
    );
  });
});
