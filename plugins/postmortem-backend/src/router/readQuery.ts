import type { Request } from 'express';
import { z } from 'zod';
import { FieldError } from '../errors';
import { fieldIssues } from '../service/fieldIssues';
import { unstorableText } from './text';

function decodePart(part: string, name: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw new FieldError([
      {
        path: name,
        message: 'is not valid UTF-8 in percent-encoding; encode it again',
      },
    ]);
  }
}

/**
 * The parameters of the address as they were written: repeated ones become
 * lists, nothing is guessed from brackets or commas.
 */
function parametersOf(req: Request): Record<string, string | string[]> {
  const start = req.originalUrl.indexOf('?');
  const parameters = new Map<string, string | string[]>();
  if (start !== -1) {
    for (const pair of req.originalUrl.slice(start + 1).split('&')) {
      if (pair !== '') {
        const [rawName, ...rawValue] = pair.split('=');
        const name = decodePart(rawName, 'query');
        const value = decodePart(rawValue.join('='), name);
        const before = parameters.get(name);
        parameters.set(
          name,
          before === undefined ? value : [before, value].flat(),
        );
      }
    }
  }
  return Object.fromEntries(parameters);
}

const NO_PARAMETERS = z.strictObject({});

/** The names that a query takes, for the message about one that it does not. */
function namesOf(schema: z.ZodType): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** Reads and checks the query of a request. */
export function readQuery(
  schema: z.ZodType | undefined,
  req: Request,
): unknown {
  const query = schema ?? NO_PARAMETERS;
  const parameters = parametersOf(req);
  const unstorable = unstorableText(parameters);
  if (unstorable.length > 0) {
    throw new FieldError(unstorable);
  }
  const parsed = query.safeParse(parameters);
  if (!parsed.success) {
    const names = namesOf(query);
    throw new FieldError(
      fieldIssues(parsed.error, {
        unknownField:
          names.length > 0
            ? `is not a parameter of this request; there are ${names.join(
                ', ',
              )}`
            : 'is not a parameter of this request; it takes none',
      }),
    );
  }
  return schema ? parsed.data : undefined;
}
