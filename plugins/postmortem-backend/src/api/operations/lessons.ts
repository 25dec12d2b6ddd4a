import {
  lessonAnsweredSchema,
  lessonAnswerInputSchema,
  lessonPageSchema,
  lessonQuerySchema,
  postmortemLessonAnswersSchema,
} from 'backstage-plugin-postmortem-common';
import { defineOperation, JSON_TYPE } from '../operation';

export const listLessons = defineOperation({
  operationId: 'listLessons',
  method: 'get',
  path: '/lessons',
  summary: 'List lessons',
  description:
    '`scope`: `self` are the lessons of the postmortems that involve the entities, those of the newest incident first. `dependencies` are those of what the entities depend on, over one or two relations (dependsOn, consumesApi, apiProvidedBy), and those that were addressed to them; `system` those of the other parts of their systems; `waiting` those that were addressed to them and have no answer yet, once for each entity. These three need an `entityRef` or a `teamRef`, are of published and closed postmortems only, and ranked by severity, recency and closeness. What the caller may not see in the catalog is on no path. A system or a domain stands for its parts as well, a team for what it owns.',
  query: lessonQuerySchema,
  responses: {
    200: {
      description: 'A page of lessons',
      content: { [JSON_TYPE]: lessonPageSchema },
    },
  },
  errors: [503],
  permissions: ['postmortem.read'],
});

export const answerLesson = defineOperation({
  operationId: 'answerLesson',
  method: 'post',
  path: '/lessons/{id}/answers',
  summary: 'Answer a lesson for an entity that it reaches',
  description:
    'For members of the team that owns the entity, or of a group above it. `applies` adds an action item to the postmortem of the lesson; the other verdicts take a reason. Whoever answers has to see the postmortem, and need not be allowed to change it. A new answer takes the place of the one before.',
  params: { id: 'The id of the lesson' },
  body: { contentTypes: [JSON_TYPE], schema: lessonAnswerInputSchema },
  responses: {
    201: {
      description: 'The answer, and the action item that was made of it',
      content: { [JSON_TYPE]: lessonAnsweredSchema },
    },
  },
  errors: [404, 409, 413, 415, 503],
  permissions: ['postmortem.read'],
  audit: { eventId: 'lesson-answer', severityLevel: 'low' },
});

export const listLessonAnswers = defineOperation({
  operationId: 'listLessonAnswers',
  method: 'get',
  path: '/postmortems/{idOrKey}/lesson-answers',
  summary: 'What teams answered to the lessons of a postmortem',
  description:
    'And which of the entities that a lesson was addressed to have not answered. Whom a tag or “all dependents” means, the catalog says at that moment, of up to 1,000 entities each.',
  params: { idOrKey: 'The id or the key of the postmortem' },
  responses: {
    200: {
      description: 'The answers by lesson',
      content: { [JSON_TYPE]: postmortemLessonAnswersSchema },
    },
  },
  errors: [404, 503],
  permissions: ['postmortem.read'],
});
