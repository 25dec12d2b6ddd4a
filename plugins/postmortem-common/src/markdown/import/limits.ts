/** The most rows that the schema lets a document have. */
export const MAX_ROWS = {
  timeline: 2000,
  actionItems: 500,
  lessons: 500,
  contributingFactors: 500,
  communications: 500,
  participants: 200,
  links: 200,
  tags: 50,
  documentation: 200,
};
