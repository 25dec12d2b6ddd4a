import { rowPlace } from '../document/place';
import { isOpen } from './actionItems';
import { Rule, wholeField } from './rule';

/** Open action items that are nobody's. */
export const noOwner: Rule = {
  id: 'no-owner',
  title: 'No owner',
  why: 'What is everybody’s work is nobody’s; a named person or team is asked, and answers.',
  find: ({ postmortem }) =>
    postmortem.actionItems.flatMap((item, index) =>
      isOpen(item) && item.ownerRef === null
        ? [
            wholeField(
              rowPlace(
                'actionItems',
                'actionItems',
                index,
                item.id,
                'ownerRef',
              ),
              {
                message: `Nobody owns “${item.title}” yet, and work without an owner tends to wait.`,
                suggestion: 'Ask a person or a team, and enter who agreed.',
              },
            ),
          ]
        : [],
    ),
};
