import type { People } from '../text/people';
import { findPhrases, Match, phrases } from '../text/phrases';
import type { Sentence } from '../text/sentences';
import { sentenceRule } from './rule';

const TERMS = phrases(
  'human|operator|user|manual|pilot|admin|administrator|engineer|developer error|mistake',
  'human-error|human-errors|fat-fingered|fat-finger|fat-fingering',
  'human errors|mistakes',
  'fat fingered|fingers|finger',
);

// Of people, and not of a script.
const DEEDS = phrases(
  'made|makes|making a|an|the big?|small?|simple? mistake|error',
  'accidentally|mistakenly|inadvertently|unintentionally',
);

const BY_MISTAKE = phrases('by mistake');
const PASSIVE_VERBS = new Set(['was', 'were', 'been', 'got']);

// Nobody is named as the doer, so that somebody is meant.
const PASSIVE = phrases(
  'was|were|been|got accidentally|mistakenly|inadvertently|unintentionally',
);

const SLIP_BY = phrases('mistake|error|typo made? by|of');
// How many words may be between the slip and what it is told of.
const REACH = 4;

// Before the term, these show that the text argues against it, or designs for
// it.
const ARGUES = new Set(
  `not never no rather instead beyond calling blaming label term isn't wasn't
  don't doesn't cannot can't without avoid handle handles tolerate tolerates
  survive survives absorb absorbs against`.split(/\s+/),
);
const DENIED = phrases('is|was|are|does never|not|no|inevitable|normal');

function isArguedAgainst(sentence: Sentence, { from, to }: Match): boolean {
  return (
    sentence.words.slice(0, from).some(({ text }) => ARGUES.has(text)) ||
    findPhrases(sentence, DENIED).some(denied => denied.from === to)
  );
}

function findTerms(sentence: Sentence, people: People): Match[] {
  return [
    ...findPhrases(sentence, TERMS),
    ...findPhrases(sentence, DEEDS).filter(({ from }) =>
      people.arePeopleBefore(sentence, from),
    ),
    ...findPhrases(sentence, BY_MISTAKE).filter(match =>
      isSomebodysMistake(sentence, match, people),
    ),
    ...findPhrases(sentence, PASSIVE).filter(
      ({ to }) => !sentence.words.slice(to).some(({ text }) => text === 'by'),
    ),
    ...findPhrases(sentence, SLIP_BY).filter(({ to }) =>
      people.arePeopleAmong(sentence, to, to + REACH),
    ),
  ].filter(match => !isArguedAgainst(sentence, match));
}

/** Whether a passive verb or people are shortly before "by mistake". */
function isSomebodysMistake(
  sentence: Sentence,
  { from }: Match,
  people: People,
): boolean {
  const first = Math.max(from - REACH, 0);
  return (
    people.arePeopleAmong(sentence, first, from) ||
    sentence.words
      .slice(first, from)
      .some(({ text }) => PASSIVE_VERBS.has(text))
  );
}

/** "Human error", and the other names it goes by. */
export const humanError = sentenceRule(
  {
    id: 'human-error',
    title: 'Human error',
    why: '“Human error” is where the questions begin: why was the slip easy to make, and why did nothing stop it?',
  },
  () => true,
  (sentence, people) =>
    findTerms(sentence, people).map(match => ({
      ...match,
      message:
        'A slip explains little by itself: what counts is what made it easy, and what let it through to production.',
      suggestion:
        'Name what was done, what the tool or the screen showed at that moment, and which check let it pass.',
    })),
);
