import {
  PostmortemContent,
  PostmortemInput,
  postmortemInputSchema,
  postmortemStatusSchema,
} from '../../schema/postmortem';
import { HEADINGS } from '../format/headings';
import { formatPostmortemMarkdown } from '../format/write';
import { writtenHeadings } from '../format/writtenHeadings';
import { UNTITLED_POSTMORTEM } from '../untitled';
import { sourceWords } from './sourceWords';
import { wordsOf } from './wordsOf';

/** The words of a document, by what they are there. */
export type DocumentWords = {
  /** What is said in sentences. */
  texts: string[];
  /** What may be said more than once: addresses, names, tags. */
  claims: string[];
  /** The stored forms of facts, and what stands for the parts. */
  facts: string[];
  title: string[];
};

/** Fields whose value is a fact in a form of its own. */
const FACTS = new Set([
  'severity',
  'visibility',
  'role',
  'kind',
  'term',
  'type',
  'priority',
  'status',
  'audience',
  'method',
  'verdict',
  'relation',
  'id',
  'postmortemId',
  'usersAffected',
  'amount',
  'currency',
]);

const TIME_FIELD = /^at$|At$/;
const ADDRESS_OR_NAME = /^(?:url|trackerUrl|tags|teams)$|(?:Ref|By)$/;

/** The kind and namespace of a ref are filled in where they are not stated. */
const REF = /^([a-z][a-z0-9+.-]*:[a-z0-9-]+)\/(.+)$/;

class Collector {
  readonly words: Omit<DocumentWords, 'title'> = {
    texts: [],
    claims: [],
    facts: [],
  };

  visit(value: unknown, name: string, parent: string) {
    if (Array.isArray(value)) {
      value.forEach(item => this.visit(item, name, name));
    } else if (typeof value === 'object' && value !== null) {
      Object.entries(value).forEach(([key, member]) =>
        this.visit(member, key, name),
      );
    } else if (typeof value === 'string' || typeof value === 'number') {
      this.#take(String(value), name, parent);
    }
  }

  #take(text: string, name: string, parent: string) {
    if (
      name === 'id'
        ? parent === 'source'
        : name === 'role' && parent === 'participants'
    ) {
      this.#add('claims', wordsOf(text));
    } else if (FACTS.has(name) || TIME_FIELD.test(name)) {
      this.#add('facts', wordsOf(text));
    } else if (ADDRESS_OR_NAME.test(name)) {
      const ref = text.match(REF);
      this.#add('facts', wordsOf(ref?.[1] ?? ''));
      this.#add('claims', wordsOf(ref?.[2] ?? text));
    } else {
      const { words, syntax } = sourceWords(text);
      this.#add('texts', words);
      this.#add('facts', syntax);
    }
  }

  #add(to: 'texts' | 'claims' | 'facts', words: string[]) {
    words.forEach(word => this.words[to].push(word));
  }
}

/** What stands for the parts of a document, in its own format or another. */
function partWords(
  document: PostmortemContent,
  isOwnFormat: boolean,
): string[] {
  if (!isOwnFormat) {
    return [
      ...writtenHeadings(document).flatMap(key => wordsOf(HEADINGS[key])),
      // The names of what a front matter states.
      'title',
      ...(document.summary ? ['summary'] : []),
      ...(document.severity ? ['severity'] : []),
      ...(document.tags.length > 0 ? ['tags'] : []),
    ];
  }
  const written = formatPostmortemMarkdown({ ...document, status: 'draft' });
  return [
    ...sourceWords(written).words,
    ...postmortemStatusSchema.options.flatMap(wordsOf),
  ];
}

/**
 * Divides the words of a document by what they are in it.
 *
 * @throws ZodError when it is no valid document.
 */
export function documentWords(
  input: PostmortemInput,
  isOwnFormat: boolean,
): DocumentWords {
  const document = postmortemInputSchema.parse(input);
  const { title, ...others } = document;
  const collector = new Collector();
  collector.visit(others, '', '');
  const { words } = collector;
  return {
    ...words,
    facts: words.facts.concat(partWords(document, isOwnFormat)),
    title: title === UNTITLED_POSTMORTEM ? [] : wordsOf(title),
  };
}
