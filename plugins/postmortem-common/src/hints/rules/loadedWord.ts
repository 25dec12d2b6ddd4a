import type { People } from '../text/people';
import { findPhrases, Match, phrases } from '../text/phrases';
import type { Sentence, Word } from '../text/sentences';
import { sentenceRule, SentenceFinding } from './rule';

const ANIMATED = phrases(
  'catastrophic|catastrophically|catastrophe|insane|insanely|stupid|stupidly',
  'dumb|idiotic|ridiculous|ridiculously|terrible|terribly|horrible|horribly',
  'horrendous|horrific|awful|awfully|disastrous|disastrously|nightmare|crazy',
  'absurd|shameful|embarrassing|embarrassingly|pathetic|laughable|hopeless',
  'a total? complete? disaster',
);

const BELITTLING = phrases(
  'obviously',
  'of course',
  'simply',
  'trivially',
  'as everyone|everybody knows',
  'everyone|everybody knows that|this',
  'no one ever',
  'nobody|no-one ever',
);

// Terms of engineering that begin with a loaded word.
const TERMS = new Set(['backtracking', 'recovery', 'cancellation', 'terminal']);

// "Almost always", "put simply", "by simply adding one".
const HEDGES = new Set(['not', 'almost', 'nearly', 'only', 'put', 'by']);
const POINTERS = new Set(['this', 'it', 'everything']);

// After "just", these tell a time, a place or an amount.
const MEASURES = new Set(
  `before after as under over below above in on at for with when while prior
  about around like short enough past outside inside behind next now then
  because between this that two three four five six seven eight nine ten twelve
  twenty thirty forty fifty sixty`.split(/\s+/),
);
const AUXILIARIES = new Set(['had', 'has', 'have', "'d", "'ve", 'having']);

function isNegated(word: Word | undefined): boolean {
  return (
    word !== undefined && (HEDGES.has(word.text) || /n't$/.test(word.text))
  );
}

function isBelittlingJust({ words }: Sentence, at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1];
  const wordAfter = after?.joined ? after.text : '';
  return (
    !isNegated(before) &&
    !AUXILIARIES.has(before?.text) &&
    !MEASURES.has(wordAfter) &&
    !/^\d|(?:ed|en)$/.test(wordAfter)
  );
}

/** "Never" and "always" of people and of the future; of a system a fact. */
function isAbsolute(sentence: Sentence, at: number, people: People): boolean {
  const { text, written } = sentence.words[at];
  const before = sentence.words[at - 1];
  if (!before?.text || written !== text || isNegated(before)) {
    return false;
  }
  const after = sentence.words[at + 1]?.text;
  return (
    before.text === 'will' ||
    (text === 'always' && at === 1 && POINTERS.has(before.text)) ||
    (text === 'never' && (after === 'again' || after === 'ever')) ||
    people.isPerson(sentence, at - 1)
  );
}

function findAbsolutes(sentence: Sentence, people: People): Match[] {
  return sentence.words.flatMap(({ text }, at) => {
    const found =
      (text === 'just' && isBelittlingJust(sentence, at)) ||
      (text === 'clearly' && at === 0) ||
      ((text === 'always' || text === 'never') &&
        isAbsolute(sentence, at, people));
    return found ? [{ from: at, to: at + 1 }] : [];
  });
}

function isTerm({ words }: Sentence, { to }: Match): boolean {
  return words[to]?.joined === true && TERMS.has(words[to].text);
}

function advise(
  matches: Match[],
  message: string,
  suggestion: string,
): SentenceFinding[] {
  return matches.map(match => ({ ...match, message, suggestion }));
}

/** Words that judge or exaggerate where a figure would tell. */
export const loadedWord = sentenceRule(
  {
    id: 'loaded-word',
    title: 'Loaded or absolute words',
    why: 'Strong words make people defend themselves, absolutes are seldom true, and “just” or “obviously” tell those who did not see it that they ought to have.',
  },
  () => true,
  (sentence, people) => [
    ...advise(
      findPhrases(sentence, ANIMATED).filter(match => !isTerm(sentence, match)),
      'A strong word asks for agreement, where a figure lets readers judge for themselves.',
      'Give the size: how many, how long, how much above normal.',
    ),
    ...advise(
      [
        ...findPhrases(sentence, BELITTLING).filter(
          ({ from }) => !isNegated(sentence.words[from - 1]),
        ),
        ...findAbsolutes(sentence, people),
      ],
      'It sounds easier, or more certain, than it was for those who stood in front of it.',
      'Leave the word out, or give the count: how often, out of how many.',
    ),
  ],
);
