import type { People } from '../text/people';
import { findPhrases, Match, phrases } from '../text/phrases';
import type { Sentence } from '../text/sentences';
import { Advice, sentenceRule } from './rule';

// Say enough by themselves.
const VERDICTS = phrases(
  'careless|carelessly|carelessness',
  'negligent|negligently|negligence',
  'sloppy|sloppily|sloppiness',
  'incompetent|incompetence',
  'reckless|recklessly|recklessness',
  'irresponsible|irresponsibly',
  'bother|bothered to',
  'screwed|messed up',
  'botched|blunder|blundered',
  'know|knew|known better',
  'responsible for the|this|that outage|incident|failure|downtime|disruption|problem|damage|error',
);

// Blame when people are their subject; of a system they are facts.
const DEEDS = phrases(
  'is|are|was|were to blame',
  'at fault',
  'forgot',
  'ignored|disregarded',
  'overlooked',
  'skipped|bypassed',
  'violated|breached',
  'did not follow|read|check',
  "didn't follow|read|check",
);

const FAULT = phrases('fault');
const OWNERS = new Set(['his', 'her', 'their', 'our', 'my', 'your', 'own']);
// What follows "fault" when it is a term of engineering.
const TERMS = new Set([
  'domain',
  'domains',
  'tolerance',
  'injection',
  'handler',
]);

function isSomebodysFault(
  sentence: Sentence,
  { from, to }: Match,
  people: People,
): boolean {
  const owner = sentence.words[from - 1];
  const next = sentence.words[to];
  return (
    owner !== undefined &&
    !(next?.joined && TERMS.has(next.text)) &&
    (OWNERS.has(owner.text) ||
      (owner.text.endsWith("'s") && people.isPerson(sentence, from - 1)))
  );
}

const ADVICE: Advice = {
  message:
    'Blame ends the search too early: what a person did made sense with what they knew then, and the next person will do it again.',
  suggestion:
    'Say what the situation was: what was visible, what was known, and which guard was missing.',
};

const REWORDINGS: Record<string, string> = {
  forgot: '“did not”, and what was there to remind them',
  ignored: '“did not act on”, and what else asked for attention',
  overlooked: '“did not see”, and where it was shown',
};

/** Words that make a person, or a group of them, the cause. */
export const blame = sentenceRule(
  {
    id: 'blame',
    title: 'Blame',
    why: 'Who fears blame tells less, and a person is no cause that can be fixed. What made the action look right is.',
  },
  () => true,
  (sentence, people) =>
    [
      ...findPhrases(sentence, VERDICTS),
      ...findPhrases(sentence, DEEDS).filter(({ from }) =>
        people.arePeopleBefore(sentence, from),
      ),
      ...findPhrases(sentence, FAULT)
        .filter(match => isSomebodysFault(sentence, match, people))
        .map(({ from, to }) => ({ from: from - 1, to })),
    ].map(match => ({
      ...match,
      message: ADVICE.message,
      suggestion:
        REWORDINGS[sentence.words[match.from].text] ?? ADVICE.suggestion,
    })),
);
