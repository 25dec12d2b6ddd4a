import { rowPlace } from '../document/place';
import { isOpen } from './actionItems';
import { Rule, wholeField } from './rule';

/** Open action items that are never due. */
export const noDate: Rule = {
  id: 'no-date',
  title: 'No due date',
  why: 'Without a date an item is never late, so nobody is reminded of it.',
  find: ({ postmortem }) =>
    postmortem.actionItems.flatMap((item, index) =>
      isOpen(item) && item.dueAt === null
        ? [
            wholeField(
              rowPlace('actionItems', 'actionItems', index, item.id, 'dueAt'),
              {
                message: `“${item.title}” has no due date, so it will never show up as late.`,
                suggestion: 'Agree on a date with its owner.',
              },
            ),
          ]
        : [],
    ),
};
