import { nearest, squash, words } from '../text/similarity.ts';
import { retirementOf } from './lookup.ts';
import type { Group, Successor, Workstream } from './schema.ts';

/** Who took over what someone asks for by this name, or nearly this name. */
export function successorOf(group: Group, typed: string): Successor | undefined {
  const all = retirementOf(group)?.successors ?? [];
  const wanted = squash(typed);
  if (wanted === '') return undefined;
  const having = (matches: (name: string) => boolean) =>
    all.find((successor) => namesOf(group, successor).some(matches));
  const told = words(typed);
  const [best] = nearest(
    typed,
    all.flatMap((one) => namesOf(group, one)),
  );
  return (
    having((name) => squash(name) === wanted) ??
    having((name) => told.every((word) => words(name).includes(word))) ??
    having((name) => name === best)
  );
}

/** Who took over a workstream. */
export function successorOfStream(
  group: Group,
  { name, aliases }: Workstream,
): Successor | undefined {
  const own = new Set([name, ...aliases].map(squash));
  const all = retirementOf(group)?.successors ?? [];
  return all.find((one) => [one.what, ...one.aliases].some((other) => own.has(squash(other))));
}

/** By what questions know a thing that was taken over: the workstream that it was, or else its own name. */
export function idOfSuccessor(group: Group, successor: Successor): string {
  const stream = group.workstreams.find((one) => successorOfStream(group, one) === successor);
  return stream?.name ?? successor.what;
}

/** What a thing that was taken over is called; a workstream by that name lends its aliases. */
export function namesOf({ workstreams }: Group, { what, aliases }: Successor): string[] {
  const stream = workstreams.find(({ name }) => squash(name) === squash(what));
  return [what, ...what.split('/'), ...aliases, ...(stream?.aliases ?? [])];
}
