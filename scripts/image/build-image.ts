import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fillBase, type Surroundings, spawnInside } from './container.ts';
import type { Command, Stage, Step } from './dockerfile.ts';

/** An image, as a folder and what its Dockerfile says of running it. */
export interface Image extends Surroundings {
  readonly hasShell: boolean;
  /** What the base has in its root. */
  readonly baseNames: readonly string[];
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly healthCheck: readonly string[];
  readonly stopSignal: NodeJS.Signals;
  readonly labels: Readonly<Record<string, string>>;
}

interface Workplace {
  /** The folder with the build context. */
  readonly context: string;
  /** An empty folder, for the stages. */
  readonly folder: string;
}

/** Copies what `.dockerignore` lets through: it ignores everything, then names what is needed. */
export function buildContext(project: string, to: string): void {
  const [first, ...others] = readFileSync(join(project, '.dockerignore'), 'utf8')
    .trim()
    .split('\n');
  if (first !== '*' || others.some((line) => !/^![\w./-]+$/.test(line))) {
    throw new Error('.dockerignore is expected to be * and lines such as !src');
  }
  for (const line of others) copy(join(project, line.slice(1)), join(to, line.slice(1)));
}

/** Carries out the steps of each stage in turn. Resolves with the last one's image. */
export async function buildImage(stages: readonly Stage[], place: Workplace): Promise<Image> {
  const built = new Map<string, Image>();
  let last: Image | undefined;
  for (const [index, stage] of stages.entries()) {
    const root = join(place.folder, `stage-${index}`);
    let image = startOf(stage, root, built);
    for (const step of stage.steps) image = await carryOut(step, image, built, place);
    if (stage.name !== undefined) built.set(stage.name, image);
    last = image;
  }
  if (!last) throw new Error('the Dockerfile has no stage');
  return last;
}

function startOf(stage: Stage, root: string, built: ReadonlyMap<string, Image>): Image {
  const parent = built.get(stage.base);
  if (parent) {
    execFileSync('cp', ['-al', parent.root, root]);
    return { ...parent, root };
  }
  if (stage.digest === undefined) throw new Error(`${stage.base} is not pinned by its digest`);
  mkdirSync(root);
  const hasShell = !stage.base.includes('/distroless/');
  if (!hasShell) fillBase(root);
  return {
    root,
    hasShell,
    baseNames: readdirSync(root),
    workdir: '/',
    env: {},
    user: '0:0',
    entrypoint: [],
    cmd: [],
    healthCheck: [],
    stopSignal: 'SIGTERM',
    labels: {},
  };
}

async function carryOut(
  step: Step,
  image: Image,
  built: ReadonlyMap<string, Image>,
  place: Workplace,
): Promise<Image> {
  switch (step.kind) {
    case 'copy':
      copyInto(image, step, step.from === undefined ? place.context : rootOf(step.from, built));
      return image;
    case 'run':
      await runStep(step.command, image);
      return image;
    case 'env':
      return { ...image, env: { ...image.env, ...step.values } };
    case 'label':
      return { ...image, labels: { ...image.labels, ...step.values } };
    case 'workdir':
      mkdirSync(join(image.root, step.value), { recursive: true });
      return { ...image, workdir: step.value };
    case 'user':
      if (!/^\d+:\d+$/.test(step.value)) throw new Error('USER must be numeric, as uid:gid');
      return { ...image, user: step.value };
    case 'stop signal':
      return { ...image, stopSignal: step.signal };
    case 'entrypoint':
      return { ...image, entrypoint: wordsOf(step.command), cmd: [] };
    case 'cmd':
      return { ...image, cmd: wordsOf(step.command) };
    case 'health check':
      return { ...image, healthCheck: wordsOf(step.command) };
    case 'volume':
    case 'expose':
      return image;
  }
}

function rootOf(stage: string, built: ReadonlyMap<string, Image>): string {
  const image = built.get(stage);
  if (!image) throw new Error(`COPY --from=${stage}: there is no such stage above it`);
  return image.root;
}

/** A folder's content is copied, not the folder: https://docs.docker.com/reference/dockerfile/#copy */
function copyInto(
  { root, workdir }: Image,
  { sources, target, owner }: Extract<Step, { kind: 'copy' }>,
  from: string,
): void {
  const place = join(root, target.startsWith('/') ? target : join(workdir, target));
  const isFolder = target.endsWith('/') || sources.length > 1;
  for (const source of sources) {
    const path = join(from, source);
    const isFile = statSync(path).isFile();
    const to = isFile && isFolder ? join(place, basename(source)) : place;
    copy(path, to);
    if (owner !== undefined) chown(to, owner);
  }
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  // What an earlier stage has linked here must not be changed with it.
  if (statSync(from).isFile()) rmSync(to, { force: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

function chown(path: string, owner: string): void {
  execFileSync('chown', ['-R', owner, path]);
}

/** Steps of a base with a shell run beside it, with this machine's own programs. */
async function runStep(command: Command, image: Image): Promise<void> {
  if (image.hasShell) {
    if (command.kind !== 'shell') throw new Error('RUN is expected to be a line for the shell');
    const cwd = join(image.root, image.workdir);
    execFileSync('sh', ['-c', command.line], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    return;
  }
  const child = spawnInside(image, wordsOf(command), 'writable');
  child.stdout.resume();
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`RUN ${JSON.stringify(command)} ended with ${code}`);
}

function wordsOf(command: Command): readonly string[] {
  if (command.kind === 'exec') return command.words;
  throw new Error(`"${command.line}" needs a shell, which the image does not have`);
}
