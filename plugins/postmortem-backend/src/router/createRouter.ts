import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { MarkdownFormat } from '../service/PostmortemImporter';
import type { PostmortemService } from '../service/PostmortemService';
import { mountActionItems } from './actionItemRoutes';
import { errorHandler } from './errorHandler';
import { mountImport } from './importRoutes';
import { createMount } from './mount';
import { mountPostmortems } from './postmortemRoutes';
import { mountRevisions } from './revisionRoutes';
import { mountViews } from './viewRoutes';

/** The REST API, under `/api/postmortem`. */
export function createRouter(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  service: PostmortemService;
  markdown: MarkdownFormat;
}): Router {
  const { service, markdown } = options;
  const router = PromiseRouter();
  const mount = createMount(router, options);
  mountPostmortems(mount, service);
  mountRevisions(mount, service, markdown);
  mountImport(mount, service);
  mountActionItems(mount, service);
  mountViews(mount, service);
  router.use(req => {
    throw new NotFoundError(`There is no route ${req.method} ${req.path}`);
  });
  router.use(errorHandler);
  return router;
}
