import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { MarkdownFormat } from '../service/PostmortemImporter';
import type { PostmortemService } from '../service/PostmortemService';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import type { ReviewerGuard } from '../reviews/ReviewerGuard';
import type { Collaboration } from '../service/createCollaboration';
import { mountActionItems } from './actionItemRoutes';
import { mountComments } from './commentRoutes';
import { errorHandler } from './errorHandler';
import { mountExport } from './exportRoutes';
import { mountHints } from './hintRoutes';
import { mountImport } from './importRoutes';
import { mountLessons } from './lessonRoutes';
import type { LessonService } from '../lessons/LessonService';
import { createMount } from './mount';
import { mountOwnership, type Ownership } from './ownershipRoutes';
import { mountPostmortems } from './postmortemRoutes';
import { mountPresence } from './presenceRoutes';
import type { ReportService } from '../reports/ReportService';
import { mountReports } from './reportRoutes';
import { mountReviews } from './reviewRoutes';
import { mountRevisions } from './revisionRoutes';
import { mountViews } from './viewRoutes';

/** The REST API, under `/api/postmortem`. */
export function createRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  service: PostmortemService;
  markdown: MarkdownFormat;
  collaboration: Collaboration;
  guard: PostmortemGuard;
  ownership: Ownership;
  lessons: LessonService;
  reports: ReportService;
  /** Where the portal is, as far as it is configured. */
  portalUrl: string | undefined;
  reviewers: ReviewerGuard;
}): Router {
  const { service, collaboration, guard, reviewers } = options;
  const router = PromiseRouter();
  const mount = createMount(router, options);
  mountPostmortems(mount, service);
  mountRevisions(mount, service);
  mountExport(mount, options);
  mountImport(mount, service);
  mountActionItems(mount, service);
  mountOwnership(mount, service, options.ownership);
  mountLessons(mount, service, options.lessons, guard);
  mountViews(mount, service);
  mountReports(mount, options.reports);
  mountComments(mount, collaboration.comments, guard);
  mountPresence(mount, collaboration.presence, guard);
  mountHints(mount, collaboration.hints, guard);
  mountReviews(mount, collaboration.reviews, guard, reviewers);
  router.use(req => {
    throw new NotFoundError(`There is no route ${req.method} ${req.path}`);
  });
  router.use(errorHandler);
  return router;
}
