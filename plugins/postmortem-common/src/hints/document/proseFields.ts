import type { PostmortemContent } from '../../schema';
import { fieldPlace, Place, rowPlace } from './place';

/** A field in which people write sentences. */
export interface ProseField extends Place {
  text: string;
  /** Whether the field says why the incident happened. */
  cause: boolean;
}

type Entry = [Place, string | null | undefined, { cause: boolean }?];

const CAUSE = { cause: true };

function rootCauseEntries({ rootCause }: PostmortemContent): Entry[] {
  const own = (field: string) => fieldPlace('rootCause', `rootCause.${field}`);
  return [
    [own('trigger.category'), rootCause.trigger?.category, CAUSE],
    [own('trigger.description'), rootCause.trigger?.description, CAUSE],
    [own('technical'), rootCause.technical, CAUSE],
    [own('process'), rootCause.process, CAUSE],
    [own('humanFactors'), rootCause.humanFactors, CAUSE],
    ...rootCause.contributingFactors.flatMap((factor, index): Entry[] => {
      const ofRow = (field: string) =>
        rowPlace(
          'rootCause',
          'rootCause.contributingFactors',
          index,
          null,
          field,
        );
      return [
        [ofRow('category'), factor.category, CAUSE],
        [ofRow('description'), factor.description, CAUSE],
      ];
    }),
  ];
}

function actionItemEntries({ actionItems }: PostmortemContent): Entry[] {
  return actionItems.flatMap((item, index) =>
    (['title', 'description', 'successCriterion'] as const).map(
      (field): Entry => [
        rowPlace('actionItems', 'actionItems', index, item.id, field),
        item[field],
      ],
    ),
  );
}

/**
 * The fields that the rules read. What was sent to others while the incident
 * ran is left out: it is a record, and no wording can change it any more.
 */
export function proseFields(postmortem: PostmortemContent): ProseField[] {
  const entries: Entry[] = [
    [fieldPlace('title', 'title'), postmortem.title],
    [fieldPlace('summary', 'summary'), postmortem.summary],
    [fieldPlace('impact', 'impact.description'), postmortem.impact.description],
    [fieldPlace('impact', 'impact.business'), postmortem.impact.business],
    ...(['detection', 'response', 'resolution'] as const).map(
      (part): Entry => [
        fieldPlace(part, `${part}.description`),
        postmortem[part].description,
      ],
    ),
    ...rootCauseEntries(postmortem),
    ...postmortem.lessons.map(
      (lesson, index): Entry => [
        rowPlace('lessons', 'lessons', index, lesson.id, 'text'),
        lesson.text,
        { cause: lesson.kind === 'went_wrong' || lesson.kind === 'to_improve' },
      ],
    ),
    ...postmortem.timeline.map(
      (entry, index): Entry => [
        rowPlace('timeline', 'timeline', index, entry.id, 'text'),
        entry.text,
      ],
    ),
    ...actionItemEntries(postmortem),
    [fieldPlace('followUp', 'followUp.outcome'), postmortem.followUp.outcome],
    [fieldPlace('notes', 'notes'), postmortem.notes],
  ];
  return entries.flatMap(([place, text, options]) =>
    text ? [{ ...place, text, cause: options?.cause ?? false }] : [],
  );
}
