import type { People } from '../text/people';
import { findPhrases, Match, phrases } from '../text/phrases';
import type { Sentence } from '../text/sentences';
import { sentenceRule, SentenceFinding } from './rule';

const MODALS = phrases(
  "should|could|shouldn't|couldn't|should've|could've",
  'ought to',
);

// How far "have" may be from its modal: "should, in hindsight, have".
const REACH = 4;

const IRREGULAR = new Set(
  `been gone seen known run caught done made taken set read told found written
  kept put sent held shut spoken thought understood brought given chosen begun
  had left built woken paid`.split(/\s+/),
);

// What people do: a system of which these are said was in people's hands.
const DONE_BY_PEOPLE = new Set(
  `tested reviewed caught noticed seen detected prevented avoided announced
  communicated escalated rolled checked monitored documented planned
  coordinated approved found spotted recognized foreseen anticipated identified
  mitigated resolved fixed declared done discussed told informed shortened
  reduced`.split(/\s+/),
);

// Of these, "could have" tells a risk: who might have got in, and what then.
const ANYBODY = new Set(
  'somebody someone anybody anyone nobody people they who'.split(' '),
);

const IF_ONLY = phrases('if only');
const OMISSIONS = phrases('failed|fails to', 'neglected to');

function isParticiple(word: string | undefined): boolean {
  return word !== undefined && (IRREGULAR.has(word) || word.endsWith('ed'));
}

/** The word after an adverb or two. */
function skipAdverbs({ words }: Sentence, at: number): number {
  let next = at;
  while (/^(?:not|never|also|at|least|.+ly)$/.test(words[next]?.text ?? '')) {
    next += 1;
  }
  return next;
}

function perfectOf(sentence: Sentence, { from, to }: Match): Match | undefined {
  const { words } = sentence;
  let have = to;
  if (!words[from].text.endsWith("'ve")) {
    have = words.findIndex(
      ({ text }, index) => index >= to && index < to + REACH && text === 'have',
    );
    if (have === -1) {
      return undefined;
    }
    have += 1;
  }
  return isParticiple(words[skipAdverbs(sentence, have)]?.text)
    ? { from, to: have }
    : undefined;
}

function isAboutPeople(
  sentence: Sentence,
  match: Match,
  people: People,
): boolean {
  const verb = skipAdverbs(sentence, match.to);
  const { words } = sentence;
  const tellsRisk =
    words[match.from].text.startsWith('could') &&
    ANYBODY.has(words[match.from - 1]?.text);
  return (
    (people.arePeopleBefore(sentence, match.from) && !tellsRisk) ||
    (words[verb].text === 'been' &&
      DONE_BY_PEOPLE.has(words[skipAdverbs(sentence, verb + 1)]?.text))
  );
}

/** "If we had known", "had we known". */
function findConditions(sentence: Sentence, people: People): Match[] {
  const { words } = sentence;
  return words.flatMap(({ text }, at) => {
    const conditional = text === 'if' && words[at + 2]?.text === 'had';
    const inverted = at === 0 && text === 'had';
    const to = conditional ? at + 3 : at + 2;
    return (conditional || inverted) &&
      people.isPerson(sentence, at + 1) &&
      isParticiple(words[skipAdverbs(sentence, to)]?.text)
      ? [{ from: at, to }]
      : [];
  });
}

const MESSAGE =
  'This describes an incident that did not happen; how the one that did looked from inside teaches more.';

function advise(matches: Match[], suggestion: string): SentenceFinding[] {
  return matches.map(match => ({ ...match, message: MESSAGE, suggestion }));
}

/** What people did not do, told with hindsight. */
export const counterfactual = sentenceRule(
  {
    id: 'counterfactual',
    title: 'Hindsight',
    why: '“Should have” judges with knowledge that nobody had then, and hides why the action made sense. What a system did not do is a fact and is left alone.',
  },
  () => true,
  (sentence, people) => [
    ...advise(
      findPhrases(sentence, MODALS)
        .flatMap(match => perfectOf(sentence, match) ?? [])
        .filter(match => isAboutPeople(sentence, match, people)),
      'Say what was done and why it looked right; put what is to change into an action item.',
    ),
    ...advise(
      findPhrases(sentence, OMISSIONS).filter(({ from }) =>
        people.arePeopleBefore(sentence, from),
      ),
      '“did not”, and what they saw or did instead',
    ),
    ...advise(
      [...findPhrases(sentence, IF_ONLY), ...findConditions(sentence, people)],
      'Say what was the case, and what followed from it.',
    ),
  ],
);
