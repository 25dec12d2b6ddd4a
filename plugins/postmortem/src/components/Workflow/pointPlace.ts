import type { Postmortem } from 'backstage-plugin-postmortem-common';

/** Where the editor has what is no part of its own. */
const EDITOR_PARTS: Record<string, string> = {
  severity: 'about',
  title: 'about',
  incident: 'times',
  communications: 'communication',
};

/** Points that have a heading of their own within their part. */
const EDITOR_HEADINGS: Record<string, string> = {
  'rootCause.trigger': 'trigger',
  'rootCause.contributingFactors': 'factors',
};

/** Where a missing point is mended: on this page or in the editor. */
export type PointPlace =
  | { page: 'reading'; elementId: string }
  | { page: 'editor'; part: string };

/** The heading of the editor below which a missing point is mended. */
export function editorPartOf(path: string): string {
  const [part] = path.split('.');
  return EDITOR_HEADINGS[path] ?? EDITOR_PARTS[part] ?? part;
}

/**
 * Where a missing point is mended; undefined for what is no place in the
 * document.
 */
export function placeOfPoint(
  path: string,
  { actionItems }: Postmortem,
): PointPlace | undefined {
  const [part, row] = path.split('.');
  if (part === 'status' || part === 'reason') {
    return undefined;
  }
  if (part === 'reviews') {
    return { page: 'reading', elementId: 'part-reviews' };
  }
  const item = part === 'actionItems' && actionItems[Number(row)];
  return item
    ? { page: 'reading', elementId: `action-item-${item.id}` }
    : { page: 'editor', part: editorPartOf(path) };
}
