import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { Postmortem } from 'backstage-plugin-postmortem-common';

/**
 * A postmortem as the search engine indexes it.
 *
 * @public
 */
export interface PostmortemDocument extends IndexableDocument {
  key: string;
  status: string;
  severity: string | null;
  startedAt: string | null;
  entityRefs: string[];
  teams: string[];
  tags: string[];
}

/** What of a postmortem can be found: what was written, not its numbers. */
export function toDocument(postmortem: Postmortem): PostmortemDocument {
  const { rootCause } = postmortem;
  const text = [
    postmortem.key,
    postmortem.summary,
    postmortem.impact.description,
    postmortem.impact.business,
    postmortem.detection.description,
    postmortem.response.description,
    postmortem.resolution.description,
    rootCause.trigger?.description,
    rootCause.technical,
    rootCause.process,
    rootCause.humanFactors,
    ...rootCause.contributingFactors.map(factor => factor.description),
    ...postmortem.lessons.map(lesson => lesson.text),
    ...postmortem.actionItems.map(item => item.title),
    ...postmortem.tags,
  ];
  return {
    title: `${postmortem.key} ${postmortem.title}`,
    text: text.filter(Boolean).join('\n'),
    location: `/postmortems/${postmortem.key}`,
    key: postmortem.key,
    status: postmortem.status,
    severity: postmortem.severity,
    startedAt: postmortem.incident.startedAt,
    entityRefs: postmortem.entities.map(({ entityRef }) => entityRef),
    teams: postmortem.teams,
    tags: postmortem.tags,
    authorization: { resourceRef: postmortem.id },
  };
}
