import { InputError, NotFoundError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { PostmortemContent } from '../schema';
import { keyed } from './keys';
import { POSTMORTEM_FIELDS } from './postmortemShape';
import type { Fields, Row, RowsShape } from './shape';
import type { Conflict, ConflictChoice, MergeResult } from './types';

function chosenValue(conflict: Conflict, choice: ConflictChoice): JsonValue {
  if (typeof choice === 'string') {
    return conflict[choice];
  }
  if (conflict.kind !== 'text') {
    throw new InputError(
      `The conflict at ${conflict.path} is not about text; choose mine or theirs`,
    );
  }
  return choice.text;
}

function setInRows(
  shape: RowsShape,
  rows: JsonValue[],
  [key, ...steps]: string[],
  value: JsonValue,
): JsonValue[] {
  const index = [...keyed(shape, rows).keys()].indexOf(key);
  if (steps.length > 0) {
    return rows.map((row, i) =>
      i === index ? setInFields(shape.fields, row as Row, steps, value) : row,
    ) as JsonValue[];
  }
  if (index === -1) {
    return value === null ? rows : [...rows, value];
  }
  return rows.flatMap((row, i) => {
    if (i !== index) {
      return [row];
    }
    return value === null ? [] : [value];
  });
}

function setInFields(
  fields: Fields,
  target: Row,
  [name, ...steps]: string[],
  value: JsonValue,
): Row {
  const shape = fields[name];
  const before = target[name];
  if (steps.length === 0) {
    return { ...target, [name]: value };
  }
  return {
    ...target,
    [name]:
      shape.kind === 'rows'
        ? setInRows(shape, before as JsonValue[], steps, value)
        : (setInFields(
            (shape as { fields: Fields }).fields,
            before as Row,
            steps,
            value,
          ) as JsonValue),
  };
}

/**
 * Decides one conflict of a merge. The document may have been edited since: only
 * the place in question is set. A field of a row that is no longer there stays
 * away with its row.
 *
 * @returns the merge without that conflict; the one given is left as it was.
 * @throws NotFoundError when there is no conflict at that path.
 * @throws InputError when a text is given for something else than text.
 *
 * @public
 */
export function resolveConflict(
  result: MergeResult,
  path: string,
  choice: ConflictChoice,
): MergeResult {
  const conflict = result.conflicts.find(other => other.path === path);
  if (!conflict) {
    throw new NotFoundError(`There is no conflict at ${path}`);
  }
  return {
    merged: setInFields(
      POSTMORTEM_FIELDS,
      result.merged as unknown as Row,
      conflict.steps,
      chosenValue(conflict, choice),
    ) as unknown as PostmortemContent,
    conflicts: result.conflicts.filter(other => other !== conflict),
  };
}
