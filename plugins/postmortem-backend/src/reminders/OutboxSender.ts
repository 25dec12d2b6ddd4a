import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ClaimedNotice, Outbox } from './Outbox';

const BATCH = 20;

// Longer than any request to the notifications plugin takes.
const LEASE = { minutes: 5 };

// The pauses before each further attempt; after the last one it is given up.
const RETRY_MINUTES = [1, 5, 30, 120, 720];

/**
 * Sends what is in the outbox. A process that dies after the notifications
 * plugin took a notice, and before that is noted, leaves it to be sent again:
 * under the same scope, which the notifications plugin makes the same
 * notification of. So each reader has each of them once.
 */
export class OutboxSender {
  readonly #outbox: Outbox;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;
  readonly #clock: () => string;

  constructor(options: {
    outbox: Outbox;
    notifications: NotificationService;
    logger: LoggerService;
    clock: () => string;
  }) {
    this.#outbox = options.outbox;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
    this.#clock = options.clock;
  }

  /** Sends everything that is due to be sent. */
  async run(): Promise<void> {
    for (;;) {
      const notices = await this.#outbox.claim(BATCH, LEASE, this.#clock());
      if (notices.length === 0) {
        return;
      }
      for (const notice of notices) {
        await this.#send(notice);
      }
    }
  }

  async #send(notice: ClaimedNotice): Promise<void> {
    const { id, occasion, recipientRef, payload, attempts } = notice;
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef: recipientRef },
        payload: { ...payload, scope: occasion },
      });
    } catch (error) {
      const minutes = RETRY_MINUTES[attempts - 1];
      await this.#outbox.failed(id, error as Error, {
        retryIn: minutes === undefined ? null : { minutes },
        now: this.#clock(),
      });
      const outcome =
        minutes === undefined
          ? 'it is given up'
          : `the next attempt is in ${minutes} min`;
      this.#logger.warn(
        `Could not send ${occasion} (attempt ${attempts}); ${outcome}`,
        error as Error,
      );
      return;
    }
    await this.#outbox.sent(id, this.#clock());
  }
}
