import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { postmortemKey, type StoredPostmortem } from '../database/rows';
import type { Audience } from './Audience';

/** What people are told. */
interface Notice {
  recipients: string[];
  /** Who did it, and need not be told. */
  by: string;
  title: string;
  topic: string;
  /** Names the occasion: it is told once, however often it is sent. */
  scope: string;
  /** Where to go; the postmortem unless it says so. */
  link?: string;
  description?: string;
}

/**
 * Tells people in the portal what concerns them. What was done is done,
 * whether or not they can be told: nothing here is waited for, and what fails
 * is logged.
 */
export class Notifier {
  readonly #notifications: NotificationService;
  readonly #audience: Audience;
  readonly #logger: LoggerService;

  constructor(options: {
    notifications: NotificationService;
    audience: Audience;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#audience = options.audience;
    this.#logger = options.logger;
  }

  /** Announces to the owners of the entities involved that it is published. */
  published(postmortem: StoredPostmortem): void {
    const { kept, content } = postmortem;
    this.#tell(postmortem, async () => ({
      recipients: await this.#audience.owners(postmortem),
      by: kept.updatedBy,
      title: `${keyOf(postmortem)} is published: ${content.title}`,
      topic: 'postmortem-published',
      scope: `postmortem:${kept.id}:published:${kept.version}`,
    }));
  }

  /** Tells those whom a comment mentions. */
  mentioned(
    postmortem: StoredPostmortem,
    comment: { id: string; createdBy: string },
    refs: string[],
  ): void {
    if (refs.length === 0) {
      return;
    }
    this.#tell(postmortem, async () => ({
      recipients: refs,
      by: comment.createdBy,
      title: `A comment on ${keyOf(postmortem)} mentions you`,
      topic: 'postmortem-mention',
      scope: `postmortem:${postmortem.kept.id}:comment:${comment.id}`,
    }));
  }

  /** Tells a team that action items about what it owns wait for its answer. */
  proposed(
    postmortem: StoredPostmortem,
    teamRef: string,
    { items, by }: { items: number; by: string },
  ): void {
    const { kept } = postmortem;
    this.#tell(postmortem, async () => ({
      recipients: [teamRef],
      by,
      title: `${keyOf(postmortem)} proposes ${
        items === 1 ? 'an action item' : `${items} action items`
      } to your team`,
      topic: 'postmortem-proposal',
      // One notice, brought up to date while the postmortem is written.
      scope: `postmortem:${kept.id}:proposal:${teamRef}`,
      link: `/postmortems/action-items?state=proposed&teamRef=${encodeURIComponent(
        teamRef,
      )}`,
    }));
  }

  /** Tells whoever proposed an action item that the team does not take it. */
  declined(
    postmortem: StoredPostmortem,
    item: { id: string; title: string },
    proposal: { teamRef: string; proposedBy: string },
    answer: { by: string; reason: string },
  ): void {
    if (!proposal.proposedBy.startsWith('user:')) {
      return;
    }
    const { kept } = postmortem;
    this.#tell(postmortem, async () => ({
      recipients: [proposal.proposedBy],
      by: answer.by,
      title: `${proposal.teamRef} declines “${item.title}” of ${keyOf(
        postmortem,
      )}`,
      description: answer.reason,
      topic: 'postmortem-proposal',
      scope: `postmortem:${kept.id}:declined:${item.id}:${kept.version}`,
    }));
  }

  #tell(postmortem: StoredPostmortem, notice: () => Promise<Notice>): void {
    this.#send(postmortem, notice).catch(error =>
      this.#logger.warn(
        `Could not notify people of ${keyOf(postmortem)}`,
        error as Error,
      ),
    );
  }

  async #send(
    postmortem: StoredPostmortem,
    notice: () => Promise<Notice>,
  ): Promise<void> {
    const { recipients, by, ...payload } = await notice();
    const allowed = await this.#audience.of(postmortem, recipients);
    const entityRef = allowed.filter(ref => ref !== by);
    if (entityRef.length === 0) {
      return;
    }
    await this.#notifications.send({
      recipients: { type: 'entity', entityRef, excludeEntityRef: by },
      payload: {
        ...payload,
        link: payload.link ?? `/postmortems/${keyOf(postmortem)}`,
      },
    });
  }
}

function keyOf({ number }: StoredPostmortem): string {
  return postmortemKey(number);
}
