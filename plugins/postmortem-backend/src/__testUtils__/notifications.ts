import { createServiceFactory } from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';

/** Notifications that are kept instead of sent. */
export function keptNotifications() {
  const send = jest.fn();
  return {
    send,
    feature: createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => ({ send }),
    }),
    /** What was sent so far, of one topic. */
    async sent(topic: string): Promise<Array<Record<string, any>>> {
      // They are sent after the answer.
      await new Promise(setImmediate);
      return send.mock.calls
        .map(([notification]) => notification)
        .filter(({ payload }) => payload.topic === topic);
    },
  };
}
