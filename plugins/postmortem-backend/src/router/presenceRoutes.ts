import {
  beatPresence,
  getPresence,
  leavePresence,
} from '../api/operations/presence';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import type { PresenceService } from '../presence/PresenceService';
import { authorOf } from '../service/author';
import type { Mount } from './mount';

/** Routes of who has a postmortem open. */
export function mountPresence(
  mount: Mount,
  presence: PresenceService,
  guard: PostmortemGuard,
): void {
  mount(getPresence, async ({ params, credentials }) => ({
    json: await presence.present(await guard.find(params.idOrKey, credentials)),
  }));
  mount(beatPresence, async ({ params, body, credentials }) => ({
    json: await presence.beat(
      await guard.find(params.idOrKey, credentials),
      body,
      authorOf(credentials),
    ),
  }));
  mount(leavePresence, async ({ params, credentials }) => {
    await presence.leave(
      await guard.find(params.idOrKey, credentials),
      params.clientId,
      authorOf(credentials),
    );
    return { status: 204 };
  });
}
