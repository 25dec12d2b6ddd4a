import { InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';
import {
  JSON_TYPE,
  MARKDOWN_TYPE,
  MERGE_PATCH_TYPE,
  type BodySpec,
} from '../api/operation';
import {
  FieldError,
  PayloadTooLargeError,
  UnsupportedMediaTypeError,
} from '../errors';
import { fieldIssues } from '../service/fieldIssues';
import { unstorableText } from './text';

/** The largest body, in bytes. */
export const MAX_BODY_BYTES = 1024 * 1024;

const readBytes = express.raw({ type: () => true, limit: MAX_BODY_BYTES });

// What no text has, but pictures, archives and programs do.
// eslint-disable-next-line no-control-regex
const BINARY = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

function checkContentType(req: Request, accepted: string[]): string {
  const [type, ...parameters] = (req.headers['content-type'] ?? '')
    .toLocaleLowerCase('en-US')
    .split(';')
    .map(part => part.trim());
  const charset = parameters
    .find(parameter => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (!accepted.includes(type)) {
    throw new UnsupportedMediaTypeError(
      `Send the body with the Content-Type ${accepted.join(' or ')}${
        type ? `, not ${type}` : ''
      }`,
    );
  }
  if (charset && charset !== 'utf-8' && charset !== 'utf8') {
    throw new UnsupportedMediaTypeError(
      `Send the body in UTF-8, not in ${charset}`,
    );
  }
  return type;
}

async function bytesOf(req: Request, res: Response): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    readBytes(req, res, (error?: any) => {
      if (!error) {
        resolve();
      } else if (error.status === 413) {
        reject(
          new PayloadTooLargeError(
            `The body is larger than ${MAX_BODY_BYTES} bytes (1 MiB); split it, or link to long logs instead of pasting them`,
          ),
        );
      } else if (error.status === 415) {
        reject(new UnsupportedMediaTypeError(error.message));
      } else {
        reject(new InputError(`The body could not be read: ${error.message}`));
      }
    });
  });
  // Without a body, the parser leaves something else.
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(
      'The body is not valid UTF-8; save the file as UTF-8 and send it again',
    );
  }
}

function parseJson(text: string): unknown {
  if (text.trim() === '') {
    throw new InputError('The body is empty; send a JSON object');
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `The body is not valid JSON: ${(error as Error).message}`,
    );
  }
}

function checkMarkdown(text: string): string {
  if (BINARY.test(text)) {
    throw new UnsupportedMediaTypeError(
      'The body looks like a binary file; send a markdown document as text',
    );
  }
  if (text.trim() === '') {
    throw new FieldError([
      { path: 'body', message: 'is empty; send a markdown document' },
    ]);
  }
  return text;
}

/** Reads, decodes and checks the body of a request. */
export async function readBody(
  spec: BodySpec,
  req: Request,
  res: Response,
): Promise<unknown> {
  const type = checkContentType(req, spec.contentTypes);
  const text = decode(await bytesOf(req, res));
  let body: unknown = text;
  if (type === JSON_TYPE || type === MERGE_PATCH_TYPE) {
    body = parseJson(text);
    const issues = unstorableText(body);
    if (issues.length > 0) {
      throw new FieldError(issues);
    }
  } else if (type === MARKDOWN_TYPE) {
    body = checkMarkdown(text);
  }
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    if (type !== MARKDOWN_TYPE) {
      throw new InputError('The body must be a JSON object');
    }
  }
  const parsed = spec.schema.safeParse(body);
  if (!parsed.success) {
    throw new FieldError(
      fieldIssues(parsed.error, {
        unknownField: 'is not a field of this request',
      }),
    );
  }
  return parsed.data;
}
