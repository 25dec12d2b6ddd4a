import { postmortemUpdatePermission } from 'backstage-plugin-postmortem-common';
import { dismissHint, listHints, undismissHint } from '../api/operations/hints';
import type { HintService } from '../hints/HintService';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import { authorOf } from '../service/author';
import type { Mount } from './mount';

/** Routes of writing hints. */
export function mountHints(
  mount: Mount,
  hints: HintService,
  guard: PostmortemGuard,
): void {
  mount(listHints, async ({ params, credentials }) => ({
    json: await hints.list(await guard.find(params.idOrKey, credentials)),
  }));
  mount(dismissHint, async ({ params, body, credentials }) => {
    const postmortem = await guard.find(
      params.idOrKey,
      credentials,
      postmortemUpdatePermission,
    );
    return {
      status: 201,
      json: await hints.dismiss(
        postmortem,
        params.hintId,
        body.reason,
        authorOf(credentials),
      ),
    };
  });
  mount(undismissHint, async ({ params, credentials }) => {
    const postmortem = await guard.find(
      params.idOrKey,
      credentials,
      postmortemUpdatePermission,
    );
    await hints.undo(postmortem, params.hintId);
    return { status: 204 };
  });
}
