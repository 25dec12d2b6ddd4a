import { z } from 'zod';

/** The largest page that a list gives. */
export const MAX_PAGE_SIZE = 100;

/** The parameters of a paged list. */
export function pagingSchema(defaultLimit: number) {
  return {
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(MAX_PAGE_SIZE)
      .default(defaultLimit),
    cursor: z.string().min(1).max(4000).optional(),
  };
}

export const pageInfoSchema = z.strictObject({
  nextCursor: z.string().optional(),
});

/** A page of a list. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    items: z.array(item),
    totalItems: z.int(),
    pageInfo: pageInfoSchema,
  });
}

/**
 * A page of a list in which texts can be searched for. Of many that are found,
 * the total is a round number that there are at least.
 */
export function searchedPageOf<T extends z.ZodType>(item: T) {
  return pageOf(item).extend({ totalIsMinimum: z.literal(true).optional() });
}
