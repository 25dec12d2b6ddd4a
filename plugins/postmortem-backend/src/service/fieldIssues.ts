import type { FieldIssue } from 'backstage-plugin-postmortem-common';
import type { z } from 'zod';

function dotted(path: PropertyKey[]): string {
  return path.map(String).join('.');
}

function typeMessage({
  message,
  expected,
}: z.core.$ZodIssueInvalidType): string {
  if (!message.startsWith('Invalid input: expected')) {
    return message;
  }
  return message.endsWith('received undefined')
    ? `is required, and must be of type ${expected}`
    : `must be of type ${expected}`;
}

function issuesOf(
  issue: z.core.$ZodIssue,
  parent: PropertyKey[],
  unknownField: string,
): FieldIssue[] {
  const path = [...parent, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: dotted([...path, key]),
        message: unknownField,
      }));
    case 'invalid_value':
      return [
        {
          path: dotted(path),
          message: `must be one of ${issue.values.map(String).join(', ')}`,
        },
      ];
    case 'invalid_type':
      return [{ path: dotted(path), message: typeMessage(issue) }];
    default:
      return [{ path: dotted(path), message: issue.message }];
  }
}

/** Each wrong field that a schema found, and what to mend. */
export function fieldIssues(
  error: z.ZodError,
  options: { prefix?: PropertyKey[]; unknownField?: string } = {},
): FieldIssue[] {
  const { prefix = [], unknownField = 'is not a field of this document' } =
    options;
  return error.issues.flatMap(issue => issuesOf(issue, prefix, unknownField));
}
