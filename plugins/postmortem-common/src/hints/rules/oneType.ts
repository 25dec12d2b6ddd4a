import { fieldPlace } from '../document/place';
import { soleType } from './actionItems';
import { Rule, wholeField } from './rule';

/** Three or more action items that are all for the same thing. */
export const oneType: Rule = {
  id: 'one-type',
  title: 'All of one type',
  why: 'An incident can be made rarer, seen sooner, and ended faster. Items of one type leave the other ways untried.',
  find: ({ postmortem }) => {
    const type = soleType(postmortem);
    return type
      ? [
          wholeField(fieldPlace('actionItems', 'actionItems'), {
            message: `All action items are to ${type}, so the other ways to make this less harmful are left untried.`,
            suggestion:
              type === 'prevent'
                ? 'Add one that would have shown it sooner, or ended it faster.'
                : 'Add one that prevents a repeat, or set the types that fit.',
          }),
        ]
      : [];
  },
};
