import type { HintPart } from '../types';

/** A field of the document. */
export interface Place {
  path: string;
  /** The path with the row's id for its index, where there is one. */
  stablePath: string;
  rowId: string | null;
  part: HintPart;
}

/** The place of a field outside of rows. */
export function fieldPlace(part: HintPart, path: string): Place {
  return { path, stablePath: path, rowId: null, part };
}

/**
 * The place of a field of a row. A row without an id is known by its list
 * alone, so that a hint on it survives a change of the order.
 */
export function rowPlace(
  part: HintPart,
  list: string,
  index: number,
  rowId: string | null | undefined,
  field: string,
): Place {
  return {
    path: `${list}.${index}.${field}`,
    stablePath: `${list}.${rowId ?? '*'}.${field}`,
    rowId: rowId ?? null,
    part,
  };
}
