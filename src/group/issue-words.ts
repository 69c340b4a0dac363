import type { z } from 'zod';

/** What is wrong with a value, for a reader who knows the file but not the schema. */
export function issueWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected, issue.input);
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return sizeWords(issue.origin, issue.input, `at least ${issue.minimum}`);
    case 'too_big':
      return sizeWords(issue.origin, issue.input, `at most ${issue.maximum}`);
    default:
      return undefined;
  }
}

function typeWords(expected: string, input: unknown): string {
  if (input === undefined) return 'is missing';
  if (input === null) return 'is empty';
  switch (expected) {
    case 'string':
      return 'must be text; put a number, a date, true or false in quotes';
    case 'number':
    case 'int':
      return 'must be a whole number, without quotes';
    case 'boolean':
      return 'must be true or false, without quotes';
    case 'array':
      return 'must be a list; start each entry with a dash';
    default:
      return 'must have keys with values, indented below it';
  }
}

function sizeWords(origin: string, input: unknown, limit: string): string {
  switch (origin) {
    case 'string':
      return input === '' ? 'is empty' : `must have ${limit} characters`;
    case 'array':
      return `must have ${limit} entries`;
    default:
      return `must be ${limit}`;
  }
}
