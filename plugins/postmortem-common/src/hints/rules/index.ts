import { beCareful } from './beCareful';
import { blame } from './blame';
import { counterfactual } from './counterfactual';
import { humanError } from './humanError';
import { loadedWord } from './loadedWord';
import { namedPerson } from './namedPerson';
import { noDate } from './noDate';
import { noMeasure } from './noMeasure';
import { nonePrevents } from './nonePrevents';
import { noOwner } from './noOwner';
import { oneType } from './oneType';
import type { Rule } from './rule';
import { vagueAction } from './vagueAction';

/** Every rule, in the order in which they are shown. */
export const RULES: Rule[] = [
  blame,
  humanError,
  counterfactual,
  namedPerson,
  loadedWord,
  vagueAction,
  beCareful,
  noMeasure,
  noOwner,
  noDate,
  oneType,
  nonePrevents,
];
