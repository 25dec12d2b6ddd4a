import { findPhrases, Match, matchAt, phrases } from '../text/phrases';
import type { Sentence } from '../text/sentences';

const LEAD_IN = phrases("we|to|please|let's? should|need|must|could? to?");

const VAGUE = phrases(
  'look into|at|in',
  'consider|explore|revisit|discuss|ponder',
  'think about|of|through|over',
  'see if|whether|how',
  'try to',
  'keep an eye on',
  'be aware',
  'follow up',
  'follow-up',
);

const IMPROVE = phrases('improve|enhance|better');
// After "improve", these say nothing of what is to become better.
const EMPTY_OBJECTS = new Set(
  `the our this it all and overall general things stuff process processes
  procedure procedures communication communications monitoring alerting
  documentation observability reliability stability quality testing tests
  tooling code performance security resilience`.split(/\s+/),
);

/** Where an action item's title says what is to be done. */
export function verbOf({ words }: Sentence): number {
  return matchAt(words, 0, LEAD_IN) ?? 0;
}

/** The vague words with which an action item begins. */
export function vagueVerb(sentence: Sentence): Match | undefined {
  const at = verbOf(sentence);
  const { words } = sentence;
  const vague = findPhrases(sentence, VAGUE).find(({ from }) => from === at);
  if (vague) {
    return vague;
  }
  const improves = matchAt(words, at, IMPROVE) !== undefined;
  return improves &&
    words.slice(at + 1).every(({ text }) => EMPTY_OBJECTS.has(text))
    ? { from: at, to: words.length }
    : undefined;
}
