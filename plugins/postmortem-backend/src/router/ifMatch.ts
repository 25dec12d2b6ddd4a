import type { Request } from 'express';
import { FieldError, PreconditionRequiredError } from '../errors';
import type { IfMatch } from '../service/PostmortemService';

const TAG = /^(?:W\/)?(?:"([0-9]{1,10})"|([0-9]{1,10}))$/;

/**
 * Reads `If-Match`: versions in quotes as in an ETag, also weak ones, bare
 * ones and lists of them, or `*`.
 *
 * @throws PreconditionRequiredError when it is needed and missing.
 * @throws FieldError when it is something else.
 */
export function readIfMatch(
  req: Request,
  need: 'required' | 'optional',
): IfMatch {
  const header = req.headers['if-match']?.trim();
  if (header === undefined) {
    if (need === 'required') {
      throw new PreconditionRequiredError();
    }
    return '*';
  }
  if (header === '*') {
    return '*';
  }
  return header.split(',').map(part => {
    const tag = TAG.exec(part.trim());
    if (!tag) {
      throw new FieldError([
        {
          path: 'If-Match',
          message:
            'is no version of a postmortem; send the ETag of the document that was read, such as "3"',
        },
      ]);
    }
    return Number(tag[1] ?? tag[2]);
  });
}
