import { postmortemInputSchema } from '../../schema';
import type {
  Lesson,
  LessonKind,
  PostmortemContent,
  PostmortemInput,
} from '../../schema';

/** A whole document from the few fields that a test is about. */
export function contentWith(
  input: Partial<PostmortemInput> = {},
): PostmortemContent {
  return postmortemInputSchema.parse({ title: 'An outage', ...input });
}

/** A row id that is the same for the same number. */
export function rowId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A lesson as a row of a document. */
export function lessonRow(
  number: number,
  kind: LessonKind,
  text: string,
): Lesson {
  return { id: rowId(number), kind, text, audience: null };
}

/** Every word of a document or a part of it, as often as it is there. */
export function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return value.split(/\s+/).filter(word => word !== '');
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(wordsOf)
    : [];
}
