import { z } from 'zod';
import {
  componentSchemas,
  describe,
  refTo,
  type JsonSchema,
} from './components';
import { JSON_TYPE, type Operation, type ResponseSpec } from './operation';
import { OPERATIONS } from './registry';

const ERROR_DESCRIPTIONS: Record<number, string> = {
  400: 'Something in the request is wrong; each wrong field is named',
  401: 'No credentials',
  403: 'The caller lacks a permission',
  404: 'There is no such thing that the caller may know of',
  409: 'It cannot be done as things are; for a transition, with what is missing',
  412: 'Somebody else wrote first; the body carries the current document',
  413: 'The body or the document is too large',
  415: 'The body has a type that this route does not take',
  428: 'The write does not say which version it changes',
  503: 'The catalog did not answer',
};

const HEADERS: Record<string, JsonSchema> = {
  ETag: {
    description: 'The version in quotes, for If-Match',
    schema: { type: 'string' },
  },
  Location: {
    description: 'Where the new postmortem is',
    schema: { type: 'string' },
  },
};

function content(types: Record<string, JsonSchema>): JsonSchema {
  return Object.fromEntries(
    Object.entries(types).map(([type, schema]) => [type, { schema }]),
  );
}

function response(spec: ResponseSpec): JsonSchema {
  return {
    description: spec.description,
    ...(spec.headers && {
      headers: Object.fromEntries(
        spec.headers.map(name => [name, HEADERS[name]]),
      ),
    }),
    ...(spec.content && {
      content: content(
        Object.fromEntries(
          Object.entries(spec.content).map(([type, schema]) => [
            type,
            describe(schema, 'output'),
          ]),
        ),
      ),
    }),
  };
}

function errorResponses({ errors = [] }: Operation): JsonSchema {
  return Object.fromEntries(
    [400, 401, 403, ...errors].map(status => [
      status,
      {
        description: ERROR_DESCRIPTIONS[status],
        content: content({ [JSON_TYPE]: refTo('Error') }),
      },
    ]),
  );
}

/** The object inside a query schema, below refinements. */
function queryParameters(query: z.ZodType | undefined): JsonSchema[] {
  if (!(query instanceof z.ZodObject)) {
    return [];
  }
  return Object.entries(query.shape).map(([name, schema]) => {
    const { default: byDefault, ...described } = describe(
      schema as z.ZodType,
      'output',
    );
    return {
      name,
      in: 'query',
      required: false,
      schema:
        byDefault === undefined
          ? described
          : { ...described, default: byDefault },
      ...(described.type === 'array' && { style: 'form', explode: true }),
    };
  });
}

function parameters(operation: Operation): JsonSchema[] {
  const inPath = Object.entries(operation.params ?? {}).map(
    ([name, description]) => ({
      name,
      in: 'path',
      required: true,
      description,
      schema: { type: 'string' },
    }),
  );
  const ifMatch = operation.ifMatch && {
    name: 'If-Match',
    in: 'header',
    required: operation.ifMatch === 'required',
    description:
      'The version that the change is made to, as the ETag gave it; `*` for any',
    schema: { type: 'string' },
  };
  return [
    ...inPath,
    ...queryParameters(operation.query),
    ...(ifMatch ? [ifMatch] : []),
  ];
}

function requestBody({ body }: Operation): JsonSchema | undefined {
  return (
    body && {
      required: true,
      content: content(
        Object.fromEntries(
          body.contentTypes.map(type => [
            type,
            describe(body.documented ?? body.schema, 'input'),
          ]),
        ),
      ),
    }
  );
}

function describeOperation(operation: Operation): JsonSchema {
  const body = requestBody(operation);
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    ...(operation.description && { description: operation.description }),
    'x-permissions': operation.permissions,
    parameters: parameters(operation),
    ...(body && { requestBody: body }),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.responses).map(([status, spec]) => [
          status,
          response(spec),
        ]),
      ),
      ...errorResponses(operation),
    },
  };
}

/** The OpenAPI 3.1 description of the whole API, from the zod schemas. */
export function buildOpenApiDocument(): JsonSchema {
  const paths: Record<string, JsonSchema> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describeOperation(operation),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Postmortems',
      version: '1',
      description:
        'Postmortems in Backstage, tied to the software catalog. Times are ISO 8601 in UTC, entity refs are full and lower-case, durations are whole minutes, and what is not known is null.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/postmortem' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of a Backstage user or of a service',
        },
      },
      schemas: componentSchemas(),
    },
  };
}
