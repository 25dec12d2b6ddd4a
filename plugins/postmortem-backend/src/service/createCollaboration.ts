import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import { CommentService } from '../comments/CommentService';
import { CommentStore } from '../comments/CommentStore';
import type { PostmortemConfig } from '../config';
import { DismissalStore } from '../hints/DismissalStore';
import { HintService } from '../hints/HintService';
import { Audience } from '../notifications/Audience';
import { Notifier } from '../notifications/Notifier';
import { PresenceService } from '../presence/PresenceService';
import { PresenceStore } from '../presence/PresenceStore';
import { ReviewService } from '../reviews/ReviewService';
import { ReviewStore } from '../reviews/ReviewStore';
import type { WrittenListener } from './PostmortemWriter';

/** What people do around a document, and what they are told of it. */
export interface Collaboration {
  comments: CommentService;
  hints: HintService;
  presence: PresenceService;
  reviews: ReviewService;
  notifier: Notifier;
  /** Tells people of what was written. */
  onWritten: WrittenListener;
}

/** Puts together what people do around documents, without permissions. */
export function createCollaboration(options: {
  knex: Knex;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  notifications: NotificationService;
  signals: SignalsService;
  config: PostmortemConfig;
  clock: () => string;
}): Collaboration {
  const { knex, logger, notifications, signals, clock } = options;
  const notifier = new Notifier({
    notifications,
    audience: new Audience(options),
    logger,
  });
  const presence = new PresenceService({
    store: new PresenceStore(knex),
    signals,
    logger,
    clock,
  });
  return {
    notifier,
    presence,
    comments: new CommentService({
      comments: new CommentStore(knex),
      notifier,
      clock,
    }),
    hints: new HintService({ dismissals: new DismissalStore(knex), clock }),
    reviews: new ReviewService({
      reviews: new ReviewStore(knex),
      workflow: options.config.workflow,
      clock,
    }),
    onWritten(after, before) {
      presence.written(after);
      if (
        before?.kept.status === 'in_review' &&
        after.kept.status === 'published'
      ) {
        notifier.published(after);
      }
    },
  };
}
