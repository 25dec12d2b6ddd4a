import { createHash } from 'node:crypto';

/** What an answer is kept under: the same for parts that are written the same. */
export function fingerprint(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
