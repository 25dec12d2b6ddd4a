import type { PostmortemInput } from 'backstage-plugin-postmortem-common';
import { FieldError } from '../errors';
import { moveToNotes } from './moveToNotes';

// Each attempt mends what the one before found; more would not help.
const MAX_ATTEMPTS = 10;

/**
 * Prepares what an import read for storage. What does not fit into its field
 * goes to the notes, never away.
 *
 * @throws FieldError when the document cannot be stored even so.
 */
export async function mendForStorage<T>(
  input: PostmortemInput,
  prepare: (input: PostmortemInput) => Promise<T>,
): Promise<{ prepared: T; warnings: string[] }> {
  const warnings: string[] = [];
  let current = input;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    try {
      return { prepared: await prepare(current), warnings };
    } catch (error) {
      if (!(error instanceof FieldError)) {
        throw error;
      }
      const moved = moveToNotes(current, error.issues);
      current = moved.input;
      warnings.push(...moved.warnings);
    }
  }
  return { prepared: await prepare(current), warnings };
}
