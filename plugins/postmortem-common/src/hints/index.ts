/**
 * Hints on how a postmortem is written: advisory, deterministic, for browsers
 * and Node.js alike. An entry point of its own, since it brings an English
 * parser along.
 *
 * @packageDocumentation
 */
export { HINT_RULES, postmortemHints } from './postmortemHints';
export type {
  Hint,
  HintOptions,
  HintPart,
  HintRule,
  HintRuleId,
} from './types';
