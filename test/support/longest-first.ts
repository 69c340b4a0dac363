import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, first: parts of the paths of test files. */
const LONGEST = [
  'test/reliability/kill-',
  'test/browser/playground',
  'test/reliability/',
  'test/store/postgres',
  'test/e2e/',
  'test/browser/',
  'test/cli/',
];

/**
 * Starts the files that wait for processes, servers and browsers before those that compute, so that at the end no
 * processor waits for the last of them. Vitest itself takes the longest texts first, until it has run them once.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((part) => moduleId.includes(part));
  return place === -1 ? LONGEST.length : place;
}
