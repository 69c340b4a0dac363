import { constants } from 'node:os';
import { Copy, DockerfileParser, Env, From, type Instruction, Label } from 'dockerfile-ast';
import { z } from 'zod';

/** What a process of an image runs: words, or a line for a shell. */
export type Command =
  | { readonly kind: 'exec'; readonly words: readonly string[] }
  | { readonly kind: 'shell'; readonly line: string };

export type Step =
  | {
      readonly kind: 'copy';
      /** A stage; the build context if absent. */
      readonly from: string | undefined;
      readonly owner: string | undefined;
      readonly sources: readonly string[];
      readonly target: string;
    }
  | { readonly kind: 'run'; readonly command: Command }
  | { readonly kind: 'env'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'label'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'workdir' | 'user'; readonly value: string }
  | { readonly kind: 'stop signal'; readonly signal: NodeJS.Signals }
  | { readonly kind: 'entrypoint' | 'cmd' | 'health check'; readonly command: Command }
  | { readonly kind: 'volume' | 'expose' };

export interface Stage {
  readonly name: string | undefined;
  /** Another stage's name, or an image. */
  readonly base: string;
  readonly digest: string | undefined;
  readonly steps: readonly Step[];
}

/** The stages of a Dockerfile, in order. Fails on an instruction that this project does not use. */
export function parseDockerfile(text: string): Stage[] {
  const stages: { from: From; steps: Step[] }[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction instanceof From) {
      stages.push({ from: instruction, steps: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage) throw new Error('a Dockerfile begins with FROM');
    stage.steps.push(stepOf(instruction));
  }
  return stages.map(({ from, steps }) => ({
    name: from.getBuildStage() ?? undefined,
    base: from.getImage() ?? '',
    digest: from.getImageDigest() ?? undefined,
    steps,
  }));
}

function stepOf(instruction: Instruction): Step {
  const value = instruction.getArgumentsContent() ?? '';
  switch (instruction.getKeyword()) {
    case 'COPY':
      return copyOf(instruction);
    case 'RUN':
      return { kind: 'run', command: commandOf(instruction) };
    case 'ENV':
      return { kind: 'env', values: propertiesOf(instruction) };
    case 'LABEL':
      return { kind: 'label', values: propertiesOf(instruction) };
    case 'WORKDIR':
      return { kind: 'workdir', value };
    case 'USER':
      return { kind: 'user', value };
    case 'STOPSIGNAL':
      if (!isSignal(value)) throw new Error(`STOPSIGNAL ${value} is not the name of a signal`);
      return { kind: 'stop signal', signal: value };
    case 'VOLUME':
      return { kind: 'volume' };
    case 'ENTRYPOINT':
      return { kind: 'entrypoint', command: commandOf(instruction) };
    case 'CMD':
      return { kind: 'cmd', command: commandOf(instruction) };
    case 'HEALTHCHECK':
      return { kind: 'health check', command: healthCheckOf(value) };
    case 'EXPOSE':
      return { kind: 'expose' };
    default:
      throw new Error(`${instruction.getKeyword()} is not known here: add it to scripts/image`);
  }
}

function isSignal(name: string): name is NodeJS.Signals {
  return name in constants.signals;
}

function copyOf(instruction: Instruction): Step {
  if (!(instruction instanceof Copy)) throw new Error('not a COPY');
  const flag = (name: string) =>
    instruction
      .getFlags()
      .find((one) => one.getName() === name)
      ?.getValue() ?? undefined;
  const paths = instruction.getArguments().map((argument) => argument.getValue());
  const target = paths.at(-1);
  if (target === undefined || paths.length < 2) throw new Error('COPY needs a source and a target');
  const [from, owner] = [flag('from'), flag('chown')];
  return { kind: 'copy', from, owner, sources: paths.slice(0, -1), target };
}

function commandOf(instruction: Instruction): Command {
  const text = instruction.getArgumentsContent() ?? '';
  return text.startsWith('[')
    ? { kind: 'exec', words: wordsIn(text) }
    : { kind: 'shell', line: text };
}

function healthCheckOf(value: string): Command {
  const [, json] = /CMD\s+(\[.*\])/s.exec(value) ?? [];
  if (json === undefined) throw new Error('HEALTHCHECK needs CMD and a JSON array');
  return { kind: 'exec', words: wordsIn(json) };
}

function wordsIn(json: string): string[] {
  return z.array(z.string()).parse(JSON.parse(json));
}

function propertiesOf(instruction: Instruction): Record<string, string> {
  if (!(instruction instanceof Env || instruction instanceof Label)) throw new Error('no pairs');
  return Object.fromEntries(
    instruction.getProperties().map((property) => [property.getName(), property.getValue() ?? '']),
  );
}
