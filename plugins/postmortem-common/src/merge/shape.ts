import type { JsonValue } from '@backstage/types';

/** A fact that is taken whole from one side. */
export interface ValueShape {
  kind: 'value';
  label: string;
}

/** Text whose passages are merged. */
export interface TextShape {
  kind: 'text';
  label: string;
}

/** An object whose fields are merged one by one. */
export interface GroupShape {
  kind: 'group';
  label: string;
  fields: Fields;
}

/** A list whose rows a field of theirs identifies. */
export interface RowsShape {
  kind: 'rows';
  label: string;
  /** The field that identifies a row; not merged itself. */
  key: string;
  /** The field by which a person knows the row. */
  name: string;
  fields: Fields;
}

/** A list in which a row is what it says: a changed row is another row. */
export interface SetShape {
  kind: 'set';
  label: string;
}

/** A list whose rows have nothing to know them by but their words. */
export interface SequenceShape {
  kind: 'sequence';
  label: string;
  fields: Fields;
}

export type ListShape = RowsShape | SetShape | SequenceShape;
export type FieldShape = ValueShape | TextShape | GroupShape | ListShape;
export type Fields = Readonly<Record<string, FieldShape>>;

/** A row or an object of a document. */
export type Row = { [name: string]: JsonValue | undefined };

/** The three versions of one place; undefined where a side has none. */
export interface Versions<T = JsonValue | undefined> {
  base: T;
  mine: T;
  theirs: T;
}
