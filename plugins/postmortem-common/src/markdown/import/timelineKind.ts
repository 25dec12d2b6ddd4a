import { TimelineKind, timelineKindSchema } from '../../schema/parts';

export const TIMELINE_KINDS = timelineKindSchema.options;

const LABELS = new Map<string, TimelineKind>([
  ['detection', 'detection'],
  ['detected', 'detection'],
  ['escalation', 'escalation'],
  ['escalated', 'escalation'],
  ['communication', 'communication'],
  ['mitigation', 'mitigation'],
  ['mitigated', 'mitigation'],
  ['resolution', 'resolution'],
  ['resolved', 'resolution'],
  ['recovery', 'resolution'],
]);

/** The kind that an entry's own bold label names; an event otherwise. */
export function timelineKind(text: string): TimelineKind {
  const label = text.match(/^\*\*(\w+):?\*\*:?/);
  return LABELS.get(label?.[1].toLowerCase() ?? '') ?? 'event';
}
