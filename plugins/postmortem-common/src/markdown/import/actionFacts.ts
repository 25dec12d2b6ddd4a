import { DateTime } from 'luxon';
import {
  ActionItemInput,
  actionItemContentSchema,
} from '../../schema/actionItem';
import { repeats } from '../words/repeats';
import { wholeMoment } from './dates';

const { shape } = actionItemContentSchema;

type Field = keyof typeof shape;

/** Labels and columns of other templates, in lower case. */
const LABELS: Array<[RegExp, Field]> = [
  [
    /^(owners?|assignees?|assigned( to)?|who|responsible|dri|lead|team|person)$/,
    'ownerRef',
  ],
  [
    /^(due|due date|deadline|target|target date|eta|when|by|due by|date)$/,
    'dueAt',
  ],
  [/^(status|state|progress|done|complete|completed)$/, 'status'],
  [/^(prio|priority|p)$/, 'priority'],
  [/^(type|kind|category|class)\b/, 'type'],
  [
    /^(bug|ticket|issue|jira|tracker|link|tracking|pr|url|tracking (issue|bug)|work item|reference)s?\b/,
    'trackerUrl',
  ],
];

const STATUSES: Record<string, ActionItemInput['status']> = {
  open: 'open',
  todo: 'open',
  'to do': 'open',
  new: 'open',
  'not started': 'open',
  'in progress': 'in_progress',
  in_progress: 'in_progress',
  ongoing: 'in_progress',
  started: 'in_progress',
  done: 'done',
  complete: 'done',
  completed: 'done',
  closed: 'done',
  fixed: 'done',
  "won't do": 'wont_do',
  'wont do': 'wont_do',
  wont_do: 'wont_do',
  "won't fix": 'wont_do',
};

const TYPES: Record<string, ActionItemInput['type']> = {
  investigate: 'investigate',
  investigation: 'investigate',
  mitigate: 'mitigate',
  mitigation: 'mitigate',
  mitigative: 'mitigate',
  repair: 'repair',
  fix: 'repair',
  detect: 'detect',
  detection: 'detect',
  monitoring: 'detect',
  prevent: 'prevent',
  prevention: 'prevent',
  preventive: 'prevent',
  preventative: 'prevent',
};

/** Which field a column heading or a label of another template means. */
export function actionField(label: string): Field | null {
  const name = label
    .toLowerCase()
    .replace(/[#:?]|\([^)]*\)/g, '')
    .trim();
  return LABELS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function assign(item: ActionItemInput, field: Field, value: unknown): boolean {
  const parsed = shape[field].safeParse(value);
  if (parsed.success && parsed.data !== null) {
    (item as Record<string, unknown>)[field] = parsed.data;
  }
  return parsed.success && parsed.data !== null;
}

/**
 * Takes a fact from another template's label or column. True when the stored
 * value repeats the words, so that they need not be kept beside it.
 */
export function actionFact(
  item: ActionItemInput,
  label: string,
  value: string,
): boolean {
  const field = actionField(label);
  const text = value.trim();
  const word = text.toLowerCase().replace(/\.$/, '');
  switch (field) {
    case 'ownerRef': {
      const ref = text.replace(/^@/, '');
      return (
        /^(user|group):/i.test(ref) &&
        assign(item, field, ref) &&
        item.ownerRef === text
      );
    }
    case 'dueAt': {
      const moment = wholeMoment(text);
      if (moment?.date?.year && !moment.doubt) {
        const { year, month, day } = moment.date;
        const iso = DateTime.utc(year, month, day).toISODate()!;
        return assign(item, field, iso) && repeats(iso, text);
      }
      return false;
    }
    case 'status':
      item.status = STATUSES[word] ?? item.status;
      return item.status === word;
    case 'priority':
      return assign(item, field, text.toUpperCase()) && item.priority === text;
    case 'type':
      item.type = TYPES[word] ?? item.type;
      return item.type === word;
    case 'trackerUrl': {
      const url = text.match(/https?:\/\/[^\s)>\]]+/)?.[0];
      return url ? assign(item, field, url) && url === text : false;
    }
    default:
      return false;
  }
}
