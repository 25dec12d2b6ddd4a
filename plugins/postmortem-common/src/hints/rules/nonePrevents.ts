import { fieldPlace } from '../document/place';
import { soleType, typesOf } from './actionItems';
import { Rule, wholeField } from './rule';

/** Action items of which none makes a repeat less likely. */
export const nonePrevents: Rule = {
  id: 'none-prevents',
  title: 'None prevents',
  why: 'Repairs end this incident; only prevention ends the next one. Where all items are of one type, the rule for that has already said so.',
  find: ({ postmortem }) => {
    const types = typesOf(postmortem);
    return types.length > 0 &&
      !types.includes('prevent') &&
      soleType(postmortem) === undefined
      ? [
          wholeField(fieldPlace('actionItems', 'actionItems'), {
            message:
              'None of the action items prevents a repeat, so the same incident can happen again.',
            suggestion:
              'Add one of type “prevent” that makes the trigger impossible or harmless.',
          }),
        ]
      : [];
  },
};
