import { HeadingKey, HEADINGS } from '../format/headings';

/** What a heading or a bold label can stand for. */
export type Destination =
  | 'summary'
  | 'impact'
  | 'business'
  | 'detection'
  | 'response'
  | 'resolution'
  | 'technical'
  | 'trigger'
  | 'process'
  | 'humanFactors'
  | 'contributingFactors'
  | 'lessons'
  | 'wentWell'
  | 'wentWrong'
  | 'gotLucky'
  | 'toImprove'
  | 'timeline'
  | 'actionItems'
  | 'shortTerm'
  | 'longTerm'
  | 'followUp'
  | 'outcome'
  | 'documentation'
  | 'communication'
  | 'internalCommunication'
  | 'externalCommunication'
  | 'links'
  | 'people'
  | 'notes';

const CANONICAL: Record<Exclude<HeadingKey, 'externalText'>, Destination> = {
  summary: 'summary',
  impact: 'impact',
  business: 'business',
  detection: 'detection',
  response: 'response',
  resolution: 'resolution',
  rootCause: 'technical',
  trigger: 'trigger',
  technical: 'technical',
  process: 'process',
  humanFactors: 'humanFactors',
  contributingFactors: 'contributingFactors',
  lessons: 'lessons',
  went_well: 'wentWell',
  went_wrong: 'wentWrong',
  got_lucky: 'gotLucky',
  to_improve: 'toImprove',
  timeline: 'timeline',
  actionItems: 'actionItems',
  short: 'shortTerm',
  long: 'longTerm',
  followUp: 'followUp',
  outcome: 'outcome',
  documentation: 'documentation',
  communication: 'communication',
  internal: 'internalCommunication',
  external: 'externalCommunication',
  links: 'links',
  notes: 'notes',
};

/**
 * The headings that the product itself writes, in lower case. They stand for
 * their part and say nothing of their own, so an import need not keep them.
 */
export const CANONICAL_HEADINGS: Record<string, Destination> =
  Object.fromEntries(
    Object.entries(CANONICAL).map(([key, destination]) => [
      HEADINGS[key as HeadingKey].toLocaleLowerCase('en-US'),
      destination,
    ]),
  );

/** Destinations that only mean something below another one. */
export const ONLY_BELOW: Partial<Record<Destination, Destination[]>> = {
  process: ['technical', 'trigger', 'process', 'humanFactors'],
  outcome: ['followUp', 'documentation'],
  documentation: ['followUp', 'outcome'],
  humanFactors: ['technical', 'trigger', 'process', 'humanFactors'],
  internalCommunication: ['communication', 'externalCommunication'],
  externalCommunication: ['communication', 'internalCommunication'],
};
