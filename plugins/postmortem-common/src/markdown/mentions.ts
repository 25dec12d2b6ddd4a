import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { ownerRefSchema } from '../schema/primitives';
import { parseMarkdown } from './parseMarkdown';

// A ref in plain text, such as `@user:default/ana`; a dot at the end is the
// sentence's.
const IN_TEXT = /(?<![\w@])@((?:user|group):[\w.:/-]*\w)/gi;

function refOf(text: string): string[] {
  const parsed = ownerRefSchema.safeParse(text);
  return parsed.success ? [parsed.data] : [];
}

/**
 * The users and groups that a markdown text mentions, each once, in order:
 * `@[Ana Ruiz](user:default/ana)` or `@user:default/ana`. What stands in code
 * is no mention.
 *
 * @public
 */
export function mentionsOf(markdown: string): string[] {
  const refs: string[] = [];
  visit(parseMarkdown(markdown), (node: Nodes, index, parent) => {
    if (node.type === 'text') {
      for (const [, ref] of node.value.matchAll(IN_TEXT)) {
        refs.push(...refOf(ref));
      }
    } else if (node.type === 'link' && parent && index) {
      const before = parent.children[index - 1];
      if (before.type === 'text' && before.value.endsWith('@')) {
        refs.push(...refOf(node.url));
      }
    }
  });
  return [...new Set(refs)];
}
