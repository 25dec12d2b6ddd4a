import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const MARKDOWN = /\.(?:md|markdown|mdx|md\.erb)$/i;

/** Every markdown file under a folder, by its path from there, in order. */
export function markdownFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory() && MARKDOWN.test(entry.name))
    .map(entry => relative(directory, join(entry.parentPath, entry.name)))
    .sort();
}
