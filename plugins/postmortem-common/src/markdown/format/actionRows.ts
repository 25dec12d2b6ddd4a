import {
  actionItemContentSchema,
  ActionItemContent,
} from '../../schema/actionItem';
import { indentRest } from '../text';
import { ACTION_LABELS } from './headings';
import { Item, labelledItem, LabelledItem, titledItem } from './items';
import { firstFaithful, labelledForms } from './rowForms';
import { parser, RowFormat } from './rows';
import { writeDay } from './times';

type Field = keyof typeof ACTION_LABELS;

const FIELD_OF = new Map(
  Object.entries(ACTION_LABELS).map(([field, label]) => [
    label as string,
    field as Field,
  ]),
);

/** `effective by user:default/ana at 2026-11-24T10:15:00.000Z` */
const VERIFICATION = /^(\w+)(?: by (\S+))?(?: at (\S+))?$/;

function readVerification(text: string): unknown {
  const match = text.match(VERIFICATION);
  return match
    ? { verdict: match[1], verifiedBy: match[2], verifiedAt: match[3] }
    : text;
}

function writeVerification({
  verdict,
  verifiedBy,
  verifiedAt,
}: NonNullable<ActionItemContent['verification']>): string {
  const by = verifiedBy ? ` by ${verifiedBy}` : '';
  return `${verdict}${by}${verifiedAt ? ` at ${verifiedAt}` : ''}`;
}

/** What the rows say, by field; undefined when one is unknown or doubled. */
function fieldsOf(rows: LabelledItem[]): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {};
  for (const { label, value } of rows) {
    const field = FIELD_OF.get(label);
    if (!field || field in fields) {
      return undefined;
    }
    fields[field] = field === 'verification' ? readVerification(value) : value;
  }
  const { evidence, verification, ...others } = fields;
  if (evidence !== undefined && typeof verification !== 'object') {
    return undefined;
  }
  return typeof verification === 'object'
    ? { ...others, verification: { ...verification, evidence } }
    : fields;
}

/** The rows of an item as pairs of a label and a text. */
function pairsOf(item: ActionItemContent): Array<[Field, string | null]> {
  const { verification, dueAt, verifyAt } = item;
  return [
    ['description', item.description],
    ['type', item.type],
    ['priority', item.priority],
    ['ownerRef', item.ownerRef],
    ['entityRef', item.entityRef],
    ['dueAt', dueAt && writeDay(dueAt)],
    ['status', item.status],
    ['completedAt', item.completedAt],
    ['resolutionNote', item.resolutionNote],
    ['trackerUrl', item.trackerUrl],
    ['successCriterion', item.successCriterion],
    ['verifyAt', verifyAt && writeDay(verifyAt)],
    ['verification', verification && writeVerification(verification)],
    ['evidence', verification?.evidence ?? null],
  ];
}

/** A labelled row, in the first form that reads back as its text. */
function labelledRow(field: Field, value: string): string {
  const label = ACTION_LABELS[field];
  const forms = labelledForms(label, value);
  const faithful = firstFaithful({ label, value }, forms, labelledItem);
  return `- ${indentRest(faithful ?? forms[forms.length - 1], 2)}`;
}

/** Action items of one term, which the heading above says. */
export function actionRows(
  term: ActionItemContent['term'],
): RowFormat<ActionItemContent> {
  const parse = parser(actionItemContentSchema);
  return {
    forms: item => {
      const rows = pairsOf(item).flatMap(([field, value]) =>
        value === null ? [] : [labelledRow(field, value)],
      );
      return [`${item.title}\n${rows.join('\n')}`];
    },
    read: (item: Item) => {
      const titled = titledItem(item);
      const fields = titled && fieldsOf(titled.rows);
      return fields && parse({ ...fields, title: titled!.title, term });
    },
    parse: value => parse({ ...(value as object), term }),
  };
}
