import type { KnownPerson, People } from '../text/people';
import type { Match } from '../text/phrases';
import type { Sentence, Word } from '../text/sentences';
import { sentenceRule } from './rule';

// An @handle or the ref of a user, but no package, mail address or decorator.
const REFERENCE =
  /(?<![\w@/.])(?:user:(?:[\w.-]+\/)?[\w.-]*\w|@[a-z][\w-]*(?![\w./]))/g;

const DEEDS = new Set(
  `ran run merged typed approved reviewed forgot noticed assumed decided thought
  deployed restarted pushed clicked edited disabled rotated wrote written asked
  told said executed copied realized missed overlooked changed deleted removed
  made`.split(/\s+/),
);

// Words that stand in the names of products, companies and days. One of them,
// or a plural, and two capitalized words are taken for no person.
const PRODUCTS = new Set(
  `amazon aws azure google cloud web apache argo internet explorer elastic load
  balancing balancer front door service server system data database engine
  platform control core black cyber friday monday tuesday wednesday thursday
  saturday sunday red hat open source git hub github gitlab jenkins kubernetes
  microsoft visual studio new relic data dog circle travis spring boot active
  directory node react native the a an several many all some our let's docker
  swarm team support site customer user security access storage compute network
  copilot chat cognito windows linux operations admin release manager incident
  commander lead engineering product status api key vault traffic`.split(/\s+/),
);

function isNamePart({ written, text }: Word): boolean {
  return (
    /^\p{Lu}\p{Ll}+$/u.test(written) &&
    !PRODUCTS.has(text) &&
    !/[^s]s$/.test(text)
  );
}

/** "First Last did", and "done by First Last". */
function isActor({ words }: Sentence, from: number): boolean {
  const [first, last, verb] = words.slice(from, from + 3);
  const [deed, by] = words.slice(Math.max(from - 2, 0), from);
  return (
    last?.joined === true &&
    isNamePart(first) &&
    isNamePart(last) &&
    (DEEDS.has(verb?.text) || (by?.text === 'by' && DEEDS.has(deed.text)))
  );
}

interface Naming extends Match {
  person?: KnownPerson;
}

/** References in the sentence's text, as the words that they are made of. */
function findReferences({ text, start, words }: Sentence): Naming[] {
  return [...text.matchAll(REFERENCE)].flatMap(({ index, 0: found }) => {
    const inside = words.flatMap((word, at) =>
      word.start < start + index + found.length && word.end > start + index
        ? [at]
        : [],
    );
    return inside.length > 0
      ? [{ from: inside[0], to: inside[inside.length - 1] + 1 }]
      : [];
  });
}

function isPartOfRef({ text, start, words }: Sentence, at: number): boolean {
  return /[/:@]/.test(text[words[at].start - start - 1] ?? '');
}

function findNames(sentence: Sentence, people: People): Naming[] {
  const found: Naming[] = findReferences(sentence);
  for (let at = 0; at < sentence.words.length; at++) {
    const person = isPartOfRef(sentence, at)
      ? undefined
      : people.named(sentence, at);
    if (person) {
      const more =
        at + 1 < sentence.words.length &&
        sentence.words[at + 1].joined &&
        people.named(sentence, at + 1) === person;
      found.push({ from: at, to: more ? at + 2 : at + 1, person });
      at += more ? 1 : 0;
    } else if (isActor(sentence, at)) {
      found.push({ from: at, to: at + 2 });
      at += 1;
    }
  }
  return found;
}

/** People's names in causes, where their role would do. */
export const namedPerson = sentenceRule(
  {
    id: 'named-person',
    title: 'A name in a cause',
    why: 'A cause with a name in it reads as that person’s fault, and is of no use to whoever has the role next. Names are fine in the timeline and among the participants.',
  },
  field => field.cause,
  (sentence, people) =>
    findNames(sentence, people).map(({ from, to, person }) => ({
      from,
      to,
      message:
        'Among the causes a name reads as blame, and anybody in that place could have done the same.',
      suggestion: person?.role
        ? `“the ${person.role}”`
        : 'A role, such as “the engineer on call” or “the reviewer”',
    })),
);
