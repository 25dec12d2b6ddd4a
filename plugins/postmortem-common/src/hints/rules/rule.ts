import type { PostmortemContent } from '../../schema';
import type { Place } from '../document/place';
import type { ProseField } from '../document/proseFields';
import type { People } from '../text/people';
import type { Match } from '../text/phrases';
import type { Sentence } from '../text/sentences';
import type { HintRule } from '../types';

/** A field that was taken apart into sentences. */
export interface ReadField extends ProseField {
  sentences: Sentence[];
}

/** What a rule looks at. */
export interface ReadDocument {
  postmortem: PostmortemContent;
  fields: ReadField[];
  people: People;
}

export interface Advice {
  message: string;
  suggestion: string | null;
}

/** What a rule has to say of a place. */
export interface Finding extends Advice {
  place: Place;
  start: number;
  end: number;
  quote: string;
}

export interface Rule extends HintRule {
  find(document: ReadDocument): Finding[];
}

/** Advice on some words of a sentence. */
export interface SentenceFinding extends Advice, Match {}

/** A rule that reads sentence by sentence. */
export function sentenceRule(
  about: HintRule,
  reads: (field: ProseField) => boolean,
  find: (sentence: Sentence, people: People) => SentenceFinding[],
): Rule {
  return {
    ...about,
    find: ({ fields, people }) =>
      fields.filter(reads).flatMap(field =>
        field.sentences.flatMap(sentence =>
          find(sentence, people).map(({ from, to, message, suggestion }) => {
            const start = sentence.words[from].start;
            const end = sentence.words[to - 1].end;
            return {
              place: field,
              start,
              end,
              quote: field.text.slice(start, end),
              message,
              suggestion,
            };
          }),
        ),
      ),
  };
}

/** Advice on a field as a whole, or on one that is empty. */
export function wholeField(place: Place, advice: Advice): Finding {
  return { place, start: 0, end: 0, quote: '', ...advice };
}

/** The title of an action item, in which what is to be done stands. */
export function isActionTitle({ part, path }: ProseField): boolean {
  return part === 'actionItems' && path.endsWith('.title');
}
