import type { Part, Postmortem } from 'backstage-plugin-postmortem-common';

/** What the page is divided into below its seven headings. */
export type SectionName = Part | 'externalVersion' | 'links' | 'notes';

/** One of the page's headings, and those below it. */
export interface Section {
  /** Of the heading itself, when it is a part. */
  name: SectionName | 'incidentResponse' | 'blastRadius' | 'reviews';
  title: string;
  parts?: Array<{ name: Part; title: string }>;
}

/** The seven parts of a postmortem in reading order. */
export const PART_SECTIONS: readonly Section[] = [
  {
    name: 'summary',
    title: 'Summary',
    parts: [{ name: 'impact', title: 'Impact' }],
  },
  {
    name: 'incidentResponse',
    title: 'Incident response',
    parts: [
      { name: 'detection', title: 'Detection' },
      { name: 'response', title: 'Response' },
      { name: 'resolution', title: 'Resolution' },
      { name: 'timeline', title: 'Timeline' },
    ],
  },
  { name: 'rootCause', title: 'Root-cause analysis' },
  { name: 'lessons', title: 'Lessons' },
  { name: 'actionItems', title: 'Action items' },
  { name: 'followUp', title: 'Follow-up' },
  { name: 'communication', title: 'Communication' },
];

const BLAST_RADIUS: Section = { name: 'blastRadius', title: 'Blast radius' };

/** Whether it is known where the incident began to spread. */
export function hasBlastRadius({ entities }: Postmortem): boolean {
  return entities.some(({ role }) => role === 'cause');
}

/**
 * The page's headings for one postmortem: what it has beside its parts, too.
 *
 * @param isReviewed - whether there is something to show of its reviews
 */
export function sectionsOf(
  postmortem: Postmortem,
  isReviewed: boolean,
): readonly Section[] {
  const { links, related, notes } = postmortem;
  return [
    ...PART_SECTIONS.flatMap(section =>
      section.name === 'rootCause' && hasBlastRadius(postmortem)
        ? [section, BLAST_RADIUS]
        : [section],
    ),
    ...(isReviewed ? [{ name: 'reviews' as const, title: 'Approvals' }] : []),
    ...(links.length > 0 || related.length > 0
      ? [{ name: 'links' as const, title: 'Links and related' }]
      : []),
    ...(notes === null ? [] : [{ name: 'notes' as const, title: 'Notes' }]),
  ];
}

/**
 * The id of a section's element. Headings within the texts have ids of their
 * own, made of their words; the prefix keeps the two apart.
 */
export function sectionId(name: Section['name']): string {
  return `part-${name}`;
}
