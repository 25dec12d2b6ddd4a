import type { FieldIssue } from 'backstage-plugin-postmortem-common';

// Deeper than any document; a limit for bodies made to exhaust the stack.
const MAX_DEPTH = 50;

const LONE_SURROGATE = /\p{Surrogate}/u;

function textIssue(text: string): string | undefined {
  if (text.includes('\0')) {
    return 'must not contain NUL characters';
  }
  return LONE_SURROGATE.test(text)
    ? 'contains half of a surrogate pair; send valid Unicode'
    : undefined;
}

/** The texts in a value that no database can store, and where they are. */
export function unstorableText(value: unknown): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const visit = (item: unknown, path: string[]): void => {
    if (path.length > MAX_DEPTH) {
      issues.push({
        path: path.slice(0, 3).join('.'),
        message: `is nested more than ${MAX_DEPTH} levels deep`,
      });
    } else if (typeof item === 'string') {
      const message = textIssue(item);
      if (message) {
        issues.push({ path: path.join('.'), message });
      }
    } else if (item !== null && typeof item === 'object') {
      for (const [name, member] of Object.entries(item)) {
        if (name === '__proto__' || textIssue(name)) {
          issues.push({
            path: path.join('.'),
            message: 'has a field with a name that is not allowed',
          });
        } else {
          visit(member, [...path, name]);
        }
      }
    }
  };
  visit(value, []);
  return issues;
}
