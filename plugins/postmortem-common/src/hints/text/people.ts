import { parseEntityRef } from '@backstage/catalog-model';
import type { PostmortemContent } from '../../schema';
import type { HintOptions } from '../types';
import type { Sentence, Word } from './sentences';

// Those who build and run the systems. Users and customers are not among
// them: what happened to them is impact.
const ROLES = new Set(
  `i we he she they you who whoever somebody someone nobody everybody everyone
  anyone people person persons staff colleague colleagues employee employees
  engineer engineers operator operators developer developers dev devs admin
  admins administrator administrators dba dbas sre sres team teams group
  on-call oncall on-caller responder responders reviewer reviewers approver
  approvers manager managers lead leads commander author authors maintainer
  maintainers contractor contractors consultant consultants intern interns
  technician technicians vendor vendors supplier suppliers shift management
  leadership organization organisation`.split(/\s+/),
);

const BETWEEN = new Set(
  `had have has did do does was were is are be been will would not never also
  just even all both then again simply still in hindsight on duty call
  didn't hadn't haven't hasn't wasn't weren't`.split(/\s+/),
);

// Given names that are words of their own: in lower case, or where a sentence
// begins, they say nothing.
const ALSO_WORDS = new Set(
  `will mark may grace bill pat art max rob sue drew chase hope faith joy rich
  frank page april june august dawn iris rose ivy jack ray dean miles grant
  gene guy cliff brook ford king young price long brown green white black gray
  lane hill wood cook baker hunter carter miller mason tanner cooper`.split(
    /\s+/,
  ),
);

// What ends the clause of a "who" when it stands between it and the verb.
const BREAKS = new Set(['and', 'but', 'that', 'which', 'so', 'because']);

/** Whether a verb belongs to "whoever …" or "the one who …". */
function isInClauseOfWho(words: Word[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    if (words[at].text === 'who' || words[at].text === 'whoever') {
      return true;
    }
    if (!words[at + 1].joined || BREAKS.has(words[at].text)) {
      return false;
    }
  }
  return false;
}

/** Somebody whom a document may name. */
export interface KnownPerson {
  /** The name in the person's ref, by which colleagues write of them, too. */
  handle: string;
  /** What they did in the incident, as the document has it. */
  role: string | null;
}

export class People {
  private constructor(private readonly byName: Map<string, KnownPerson>) {}

  /** The participants of a document, and whoever the caller knows by name. */
  static of(postmortem: PostmortemContent, options: HintOptions): People {
    const byName = new Map<string, KnownPerson>();
    const names = options.names ?? {};
    const roles = new Map(
      postmortem.participants.map(({ entityRef, role }) => [entityRef, role]),
    );
    for (const ref of [...roles.keys(), ...Object.keys(names)]) {
      const { kind, name } = parseEntityRef(ref);
      if (kind === 'user') {
        const person = { handle: name, role: roles.get(ref) ?? null };
        [name, ...(names[ref]?.split(/\s+/) ?? name.split(/[._-]/))]
          .filter(word => word.length > 2)
          .forEach(word => byName.set(word.toLocaleLowerCase('en-US'), person));
      }
    }
    return new People(byName);
  }

  /**
   * The person that a word names. In lower case only a whole handle is a name,
   * and none that is also a word of English.
   */
  named({ words }: Sentence, index: number): KnownPerson | undefined {
    const { text, written } = words[index];
    const name = text.replace(/'s$/, '');
    const person = this.byName.get(name);
    const isCapitalized = /^\p{Lu}/u.test(written);
    const isMeant = ALSO_WORDS.has(name)
      ? isCapitalized && index > 0
      : isCapitalized || person?.handle === name;
    return isMeant ? person : undefined;
  }

  /** Whether a word stands for people who build or run the systems. */
  isPerson(sentence: Sentence, index: number): boolean {
    const word: Word | undefined = sentence.words[index];
    return (
      word !== undefined &&
      (ROLES.has(word.text.replace(/'s?$/, '')) ||
        this.named(sentence, index) !== undefined)
    );
  }

  /**
   * Whether people are the subject of the verb at a word: the noun before it
   * is one for people, or belongs to a clause about someone "who" did it.
   */
  arePeopleBefore(sentence: Sentence, index: number): boolean {
    const { words } = sentence;
    let at = index - 1;
    while (
      at >= 0 &&
      (BETWEEN.has(words[at].text) || words[at].text.endsWith('ly'))
    ) {
      at -= 1;
    }
    return this.isPerson(sentence, at) || isInClauseOfWho(words, index);
  }

  /** Whether one of the words from `from` to `to` stands for people. */
  arePeopleAmong(sentence: Sentence, from: number, to: number): boolean {
    return sentence.words
      .slice(from, to)
      .some((_, offset) => this.isPerson(sentence, from + offset));
  }
}
