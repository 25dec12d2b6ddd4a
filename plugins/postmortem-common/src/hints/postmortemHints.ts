import hash from '@emotion/hash';
import type { Postmortem, PostmortemContent } from '../schema';
import { proseFields } from './document/proseFields';
import { RULES } from './rules';
import type { Finding, ReadDocument } from './rules/rule';
import { People } from './text/people';
import { sentencesOf } from './text/sentences';
import type { Hint, HintOptions, HintRule, HintRuleId } from './types';

/**
 * What each rule is called and why it is there.
 *
 * @public
 */
export const HINT_RULES: readonly HintRule[] = RULES.map(
  ({ id, title, why }) => ({ id, title, why }),
);

/** Gives findings their ids; a repeat in the same field gets a number. */
function named(findings: { rule: HintRuleId; finding: Finding }[]): Hint[] {
  const counts = new Map<string, number>();
  return findings.map(({ rule, finding }) => {
    const { place, start, end, quote, message, suggestion } = finding;
    const own = `${rule}:${place.stablePath}:${hash(quote)}`;
    const count = (counts.get(own) ?? 0) + 1;
    counts.set(own, count);
    return {
      id: count === 1 ? own : `${own}:${count}`,
      rule,
      path: place.path,
      rowId: place.rowId,
      part: place.part,
      start,
      end,
      quote,
      message,
      suggestion,
    };
  });
}

/**
 * Advice on how a postmortem is written: on words that blame or judge with
 * hindsight, and on action items that will be hard to finish. The same
 * document gives the same hints: in the order of the rules, and those of a
 * rule in the order of the document.
 *
 * @throws Error when a key of `options.names` is no full entity ref.
 *
 * @public
 */
export function postmortemHints(
  postmortem: Postmortem | PostmortemContent,
  options: HintOptions = {},
): Hint[] {
  const fields = proseFields(postmortem).map(field => ({
    ...field,
    sentences: sentencesOf(field.text),
  }));
  const document: ReadDocument = {
    postmortem,
    fields,
    people: People.of(postmortem, options),
  };
  return named(
    RULES.flatMap(({ id, find }) =>
      find(document).map(finding => ({ rule: id, finding })),
    ),
  );
}
