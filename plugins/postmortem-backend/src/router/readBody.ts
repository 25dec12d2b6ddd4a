import express, { type Request, type Response } from 'express';
import { MARKDOWN_TYPE, type BodySpec } from '../api/operation';
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

function bodyError(message: string): FieldError {
  return new FieldError([{ path: 'body', message }]);
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
        reject(bodyError(`could not be read: ${error.message}`));
      }
    });
  });
  // Without a body, the parser leaves something else.
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw bodyError(
      'is not valid UTF-8; save the file as UTF-8 and send it again',
    );
  }
}

function parseJsonObject(text: string): object {
  if (text.trim() === '') {
    throw bodyError('is empty; send a JSON object');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw bodyError(`is not valid JSON: ${(error as Error).message}`);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw bodyError('must be a JSON object');
  }
  const issues = unstorableText(value);
  if (issues.length > 0) {
    throw new FieldError(issues);
  }
  return value;
}

function checkMarkdown(text: string): string {
  if (BINARY.test(text)) {
    throw new UnsupportedMediaTypeError(
      'The body looks like a binary file; send a markdown document as text',
    );
  }
  if (text.trim() === '') {
    throw bodyError('is empty; send a markdown document');
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
  const body =
    type === MARKDOWN_TYPE ? checkMarkdown(text) : parseJsonObject(text);
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
