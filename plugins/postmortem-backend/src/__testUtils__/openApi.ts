import Ajv2020 from 'ajv/dist/2020';
import type { Response } from 'supertest';
import openApi from '../schema/openapi.json';

/** One route of the description. */
export interface DescribedRoute {
  operationId: string;
  method: string;
  /** In the form of OpenAPI, such as `/postmortems/{idOrKey}`. */
  path: string;
  responses: Record<string, any>;
}

/** Every route that openapi.json describes. */
export const DESCRIBED_ROUTES: DescribedRoute[] = Object.entries(
  openApi.paths as Record<string, Record<string, any>>,
).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    method,
    path,
    ...(operation as Pick<DescribedRoute, 'operationId' | 'responses'>),
  })),
);

// The times and ids in answers are checked by their patterns already.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(openApi, 'openapi');

const escaped = (part: string) =>
  part.replaceAll('~', '~0').replaceAll('/', '~1');

function routeOf(method: string, pathname: string): DescribedRoute | undefined {
  return DESCRIBED_ROUTES.find(
    route =>
      route.method === method &&
      new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
  );
}

/**
 * Checks an answer against openapi.json: its status is described, and so are
 * its headers and its body. Requests of no described route are let be.
 *
 * @throws Error that says what is not as described.
 */
export function checkDescribed(
  method: string,
  pathname: string,
  answer: Response,
): void {
  const route = routeOf(method, pathname);
  if (!route) {
    return;
  }
  const name = `${answer.status} of ${route.operationId}`;
  const described = route.responses[answer.status];
  if (!described) {
    throw new Error(`${name} is not described: ${JSON.stringify(answer.body)}`);
  }
  for (const header of Object.keys(described.headers ?? {})) {
    if (!(header.toLocaleLowerCase('en-US') in answer.headers)) {
      throw new Error(`${name} lacks the header ${header}`);
    }
  }
  const types = Object.keys(described.content ?? {});
  const type = answer.type || undefined;
  if (type ? !types.includes(type) : types.length > 0) {
    throw new Error(`${name} has the type ${type}, not one of ${types}`);
  }
  if (type === 'application/json') {
    const pointer = ['paths', route.path, route.method, 'responses']
      .concat(String(answer.status), 'content', type, 'schema')
      .map(escaped)
      .join('/');
    const validate = ajv.getSchema(`openapi#/${pointer}`)!;
    if (!validate(answer.body)) {
      throw new Error(`${name}: ${ajv.errorsText(validate.errors)}`);
    }
  }
}
