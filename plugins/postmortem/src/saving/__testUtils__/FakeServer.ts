import { ResponseError } from '@backstage/errors';
import {
  postmortemInputSchema,
  StaleVersionError,
  type FieldIssue,
  type Postmortem,
  type PostmortemApi,
} from 'backstage-plugin-postmortem-common';
import { contentOf } from '../content';

/** When work that gets done was done, as the backend fills it in. */
export const COMPLETED_AT = '2026-11-24T10:00:00.000Z';

/** RFC 7396, with what is cleared left as null, as the backend answers. */
export function applyPatch(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) {
    return patch;
  }
  const result: Record<string, unknown> = { ...(target as object) };
  for (const [name, value] of Object.entries(patch)) {
    result[name] = value === null ? null : applyPatch(result[name], value);
  }
  return result;
}

/** An answer of the backend that says no. */
export async function refusal(
  status: number,
  issues: FieldIssue[] = [],
): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message: `Answer ${status}`, issues },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ) as Parameters<typeof ResponseError.fromResponse>[0],
  );
}

/** What happens to the next request. */
export type Fate =
  /** It arrives, and so does the answer. */
  | 'ok'
  /** It never arrives. */
  | 'lost'
  /** It arrives, its answer does not. */
  | 'answerLost'
  /** The backend says no. */
  | Error;

/** A backend that holds one document, on a network that can fail. */
export class FakeServer
  implements Pick<PostmortemApi, 'getPostmortem' | 'patchPostmortem'>
{
  document: Postmortem;
  /** The patches that arrived and were written. */
  readonly written: object[] = [];
  reads = 0;
  /** What happens to the next writes, in order; then all is well. */
  fates: Fate[] = [];
  isDown = false;
  /** Called while a write is under way. */
  duringWrite: (() => void) | undefined;

  constructor(document: Postmortem) {
    this.document = document;
  }

  /** Somebody else writes. */
  write(changes: Partial<Postmortem>, by = 'user:default/ana.castellanos') {
    this.document = {
      ...this.document,
      ...changes,
      version: this.document.version + 1,
      updatedBy: by,
    };
  }

  readonly getPostmortem = async (): Promise<Postmortem> => {
    this.reads += 1;
    if (this.isDown) {
      throw new TypeError('Failed to fetch');
    }
    return this.document;
  };

  readonly patchPostmortem = async (
    _id: string,
    version: number,
    patch: object,
  ): Promise<Postmortem> => {
    const fate = this.fates.shift() ?? 'ok';
    if (this.isDown || fate === 'lost') {
      throw new TypeError('Failed to fetch');
    }
    if (fate instanceof Error) {
      throw fate;
    }
    if (version !== this.document.version) {
      throw new StaleVersionError(undefined, this.document);
    }
    this.duringWrite?.();
    const patched = applyPatch(this.document, patch) as Postmortem;
    this.document = {
      ...patched,
      // Normalized as the backend does it; it refuses what does not fit.
      ...postmortemInputSchema.parse(contentOf(patched)),
      actionItems: patched.actionItems.map(item => ({
        ...item,
        postmortemId: this.document.id,
        completedAt: item.status === 'done' ? COMPLETED_AT : null,
      })),
      version: version + 1,
      updatedBy: 'user:default/dele.adeyemi',
    } as Postmortem;
    this.written.push(patch);
    if (fate === 'answerLost') {
      throw new TypeError('Failed to fetch');
    }
    return this.document;
  };
}
