import type { IndexableDocument } from '@backstage/plugin-search-common';
import type {
  ActionItem,
  Lesson,
  Postmortem,
  PostmortemSearchFields,
} from 'backstage-plugin-postmortem-common';
import { plainTextOf } from 'backstage-plugin-postmortem-common/markdown';
import { truncate } from 'lodash';

/**
 * A postmortem, one of its lessons or one of its action items, as the search
 * engine indexes it. Title and text are plain text.
 *
 * @public
 */
export type PostmortemDocument = IndexableDocument & PostmortemSearchFields;

// The engine on PostgreSQL refuses a whole run for one text that makes an index
// entry of more than 1 MiB.
const MAX_TEXT = 100_000;

// As much as a line of results shows.
const MAX_TITLE = 120;

/** Makes the documents of one kind of a postmortem. */
export type ToDocuments = (postmortem: Postmortem) => PostmortemDocument[];

function plain(...texts: Array<string | null | undefined>): string {
  const text = texts
    .map(markdown =>
      plainTextOf(truncate(markdown ?? '', { length: MAX_TEXT })),
    )
    .filter(Boolean)
    .join('\n\n');
  return truncate(text, { length: MAX_TEXT });
}

function titleOf(markdown: string): string {
  const oneLine = plain(markdown).replace(/\s+/g, ' ');
  return truncate(oneLine, {
    length: MAX_TITLE,
    omission: '…',
    separator: ' ',
  });
}

function ofPostmortem(postmortem: Postmortem) {
  return {
    key: postmortem.key,
    postmortemTitle: postmortem.title,
    status: postmortem.status,
    severity: postmortem.severity,
    startedAt: postmortem.incident.startedAt,
    entityRefs: postmortem.entities.map(({ entityRef }) => entityRef),
    teams: postmortem.teams,
    tags: postmortem.tags,
    authorization: { resourceRef: postmortem.id },
  };
}

// Where the front end shows each of them; engines tell documents apart by it.
function locationOf(key: string, anchor: string = ''): string {
  return `/postmortems/${key}${anchor && `#${anchor}`}`;
}

/** What was written of a postmortem, but for what has a document of its own. */
export const toPostmortemDocument: ToDocuments = postmortem => {
  const { impact, detection, response, resolution, rootCause } = postmortem;
  return [
    {
      ...ofPostmortem(postmortem),
      part: 'postmortem',
      title: `${postmortem.key} ${postmortem.title}`,
      text: plain(
        postmortem.summary,
        impact.description,
        impact.business,
        detection.description,
        response.description,
        resolution.description,
        rootCause.trigger?.description,
        rootCause.technical,
        rootCause.process,
        rootCause.humanFactors,
        ...rootCause.contributingFactors.map(factor => factor.description),
        ...postmortem.timeline.map(entry => entry.text),
        postmortem.followUp.outcome,
        postmortem.notes,
      ),
      location: locationOf(postmortem.key),
    },
  ];
};

/** A document for each lesson. */
export const toLessonDocuments: ToDocuments = postmortem =>
  postmortem.lessons.map(({ id, kind, text }: Lesson) => ({
    ...ofPostmortem(postmortem),
    part: 'lesson',
    title: titleOf(text),
    text: plain(text),
    location: locationOf(postmortem.key, `lesson-${id}`),
    lessonKind: kind,
  }));

/** A document for each action item. */
export const toActionItemDocuments: ToDocuments = postmortem =>
  postmortem.actionItems.map((item: ActionItem) => ({
    ...ofPostmortem(postmortem),
    part: 'actionItem',
    title: titleOf(item.title),
    text: plain(item.description, item.successCriterion, item.resolutionNote),
    location: locationOf(postmortem.key, `action-item-${item.id}`),
    actionItemStatus: item.status,
    ownerRef: item.ownerRef,
    dueAt: item.dueAt,
  }));
