import {
  answerLesson,
  listLessonAnswers,
  listLessons,
} from '../api/operations/lessons';
import type { LessonService } from '../lessons/LessonService';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import type { PostmortemService } from '../service/PostmortemService';
import type { Mount } from './mount';

/** Routes of lessons, and of what teams answer to them. */
export function mountLessons(
  mount: Mount,
  service: PostmortemService,
  lessons: LessonService,
  guard: PostmortemGuard,
): void {
  mount(listLessons, async ({ query, credentials }) => ({
    json: await service.listLessons(query, { credentials }),
  }));
  mount(answerLesson, async ({ params, body, credentials }) => ({
    status: 201,
    json: await lessons.answer(params.id, body, credentials),
  }));
  mount(listLessonAnswers, async ({ params, credentials }) => ({
    json: await lessons.answersOf(
      await guard.find(params.idOrKey, credentials),
      credentials,
    ),
  }));
}
