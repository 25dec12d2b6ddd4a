import type { People } from '../text/people';
import { findPhrases, Match, phrases } from '../text/phrases';
import type { Sentence } from '../text/sentences';
import { verbOf } from './actionTitles';
import { isActionTitle, sentenceRule } from './rule';

const APPEALS = phrases(
  'be more|extra|very? careful|cautious|vigilant|mindful|attentive',
  'pay more|closer|better? attention',
  'take more|better|extra care',
  'remind|educate',
  'remember to',
  'raise awareness',
  'double-check|double-checking',
  'double check',
  'training session|sessions? on|for|about',
);

// Appeals when people are asked; a model can be trained, too.
const TO_PEOPLE = phrases('train|retrain|teach|tell|inform', 'reminder to');
// The same where they are what is to be done, and not what something is for.
const ASSURANCES = phrases('make sure', 'ensure');
// How many words behind the verb may lead up to the people.
const REACH = 4;

const ALWAYS = phrases('always|never check|verify|test|look|run|deploy');

function findAppeals(sentence: Sentence, people: People): Match[] {
  const verb = verbOf(sentence);
  const isTask = ({ from }: Match) => from === verb;
  const isToPeople = ({ to }: Match) =>
    people.arePeopleAmong(sentence, to, to + REACH);
  return [
    ...findPhrases(sentence, APPEALS),
    ...findPhrases(sentence, TO_PEOPLE).filter(isToPeople),
    ...findPhrases(sentence, ASSURANCES).filter(isTask).filter(isToPeople),
    ...findPhrases(sentence, ALWAYS).filter(isTask),
  ];
}

/** Action items that ask people to be better. */
export const beCareful = sentenceRule(
  {
    id: 'be-careful',
    title: 'An appeal for a fix',
    why: 'Attention and memory give way first in the next incident. A check, a default or a limit holds without them.',
  },
  isActionTitle,
  (sentence, people) =>
    findAppeals(sentence, people).map(match => ({
      ...match,
      message:
        'This asks people to be more careful, which wears off within weeks, while the system stays as it was.',
      suggestion:
        'Let the system do it: a check in the pipeline, a safer default, a confirmation, a limit.',
    })),
);
