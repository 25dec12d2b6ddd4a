import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import type { z } from 'zod';
import type { Operation } from '../api/operation';
import type { IfMatch } from '../service/PostmortemService';
import { audited } from './audited';
import { readIfMatch } from './ifMatch';
import { readBody } from './readBody';
import { readQuery } from './readQuery';

/** A request after it was checked. */
export interface CheckedRequest<Q, B> {
  credentials: BackstageCredentials;
  params: Record<string, string>;
  query: Q;
  body: B;
  ifMatch: IfMatch;
  req: Request;
}

/** What a handler answers; the mount sends it. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  text?: string;
}

type Handler<Q, B> = (request: CheckedRequest<Q, B>) => Promise<Answer>;

/** Puts operations on a router. */
export type Mount = <Q extends z.ZodType, B extends z.ZodType>(
  operation: Operation<Q, B>,
  handler: Handler<z.output<Q>, z.output<B>>,
) => void;

/** `/postmortems/{idOrKey}` as express writes it. */
function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Mounts operations: who is it, is the request right, then the handler. */
export function createMount(
  router: Router,
  { httpAuth, auditor }: { httpAuth: HttpAuthService; auditor: AuditorService },
): Mount {
  return (operation, handler) => {
    router[operation.method](
      expressPath(operation.path),
      async (req: Request, res) => {
        const credentials = await httpAuth.credentials(req, {
          allow: ['user', 'service'],
        });
        const answer = await audited(
          auditor,
          operation.audit,
          req,
          async () => {
            const query = readQuery(operation.query, req);
            const ifMatch = operation.ifMatch
              ? readIfMatch(req, operation.ifMatch)
              : '*';
            const body =
              operation.body && (await readBody(operation.body, req, res));
            return handler({
              credentials,
              params: req.params,
              query: query as any,
              body: body as any,
              ifMatch,
              req,
            });
          },
        );
        res.status(answer.status ?? 200).set(answer.headers ?? {});
        if (answer.json !== undefined) {
          res.json(answer.json);
        } else {
          res.send(answer.text);
        }
      },
    );
  };
}
