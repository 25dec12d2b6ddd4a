import { findPhrases, Match, matchAt, phrases } from '../text/phrases';
import type { Sentence } from '../text/sentences';
import { vagueVerb, verbOf } from './actionTitles';
import { isOpen } from './actionItems';
import { Finding, isActionTitle, Rule } from './rule';

// Verbs of degree or of inquiry: without a target they have no end.
const ENDLESS = phrases(
  'improve|enhance|reduce|decrease|increase|optimize|optimise|strengthen',
  'harden|tune|simplify|streamline|stabilize|stabilise|minimize|minimise',
  'better|more|less|fewer|investigate|evaluate|research|cleanup',
  'clean|speed up',
);

const MAKE = phrases('make');
const DEGREES = phrases('more|less|easier|faster|better|simpler|safer|clearer');

const FIGURE = /^\d+(?:[.,]\d+)*(?:%|[a-z]{1,3})?$/;

function endlessVerb(sentence: Sentence): Match | undefined {
  const at = verbOf(sentence);
  if (
    matchAt(sentence.words, at, MAKE) !== undefined &&
    findPhrases(sentence, DEGREES).length > 0
  ) {
    return { from: at, to: at + 1 };
  }
  return findPhrases(sentence, ENDLESS).find(({ from }) => from === at);
}

function hasFigure(sentences: Sentence[]): boolean {
  return sentences.some(({ words }) =>
    words.some(({ text }) => FIGURE.test(text)),
  );
}

/** Open action items of which nobody could say whether they worked. */
export const noMeasure: Rule = {
  id: 'no-measure',
  title: 'No measurable end',
  why: 'An item with a target can be verified later; one that is only “better” cannot.',
  find: ({ postmortem, fields }) =>
    fields.filter(isActionTitle).flatMap((title): Finding[] => {
      const item = postmortem.actionItems[Number(title.path.split('.')[1])];
      const description = fields.find(
        ({ path }) => path === title.path.replace(/title$/, 'description'),
      );
      const [sentence] = title.sentences;
      const verb = sentence && endlessVerb(sentence);
      if (
        !verb ||
        !isOpen(item) ||
        item.successCriterion !== null ||
        vagueVerb(sentence) ||
        hasFigure([...title.sentences, ...(description?.sentences ?? [])])
      ) {
        return [];
      }
      const { start } = sentence.words[verb.from];
      const { end } = sentence.words[verb.to - 1];
      return [
        {
          place: title,
          start,
          end,
          quote: title.text.slice(start, end),
          message:
            'Without a target nobody will be able to tell whether this worked.',
          suggestion:
            'Give a figure and a limit here, or say under “success criterion” what will show that it worked.',
        },
      ];
    }),
};
