import { createConditionExports } from '@backstage/plugin-permission-node';
import { postmortemResourceRef } from './resource';
import { postmortemRules } from './rules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: postmortemResourceRef,
  rules: postmortemRules,
});

/**
 * Conditions for permission policies, such as
 * `postmortemConditions.isAuthor({ userRefs: [user.info.userEntityRef] })`.
 *
 * @public
 */
export const postmortemConditions = conditions;

/**
 * Makes a conditional decision about a permission of this plugin.
 *
 * @public
 */
export const createPostmortemConditionalDecision = createConditionalDecision;
