import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where distroless has Node: https://github.com/GoogleContainerTools/distroless/tree/main/nodejs */
const NODE = '/nodejs/bin/node';

/** What decides how a process of an image runs. */
export interface Surroundings {
  readonly root: string;
  readonly workdir: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** `uid:gid` */
  readonly user: string;
}

/** Fills a folder with what the bot needs of its base: this Node, and the libraries that it is linked with. */
export function fillBase(root: string): void {
  const node = realpathSync(process.execPath);
  const linked = execFileSync('ldd', [node], { encoding: 'utf8' }).match(/\/\S+/g) ?? [];
  for (const [from, to] of [[node, NODE], ...linked.map((path) => [path, path])] as const) {
    mkdirSync(join(root, dirname(to)), { recursive: true });
    copyFileSync(from, join(root, to));
  }
  for (const folder of ['proc', 'dev', 'data']) mkdirSync(join(root, folder));
}

/**
 * Starts a process as a container's engine does: with this root and nothing above it, as this user. If it is
 * sealed, not even root may write anything but `/data`. Needs root, for mount and chroot.
 */
export function spawnInside(
  { root, workdir, env, user }: Surroundings,
  command: readonly string[],
  rootFileSystem: 'writable' | 'sealed',
): ChildProcessByStdio<null, Readable, null> {
  const [uid, gid] = user.split(':');
  const script = [
    'mount --bind "$0" "$0"',
    'mount --bind /proc "$0/proc"',
    'mount --bind /dev "$0/dev"',
    ...(rootFileSystem === 'sealed'
      ? [
          `mount -t tmpfs -o uid=${uid},gid=${gid},mode=0700 data "$0/data"`,
          'mount -o remount,bind,ro "$0"',
        ]
      : []),
    `exec unshare --root="$0" --wd=${workdir} --setgid=${gid} --setuid=${uid} "$@"`,
  ].join(' && ');
  return spawn('unshare', ['--mount', 'sh', '-c', script, root, ...command], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
