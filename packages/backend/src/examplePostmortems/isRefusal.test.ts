import { ResponseError } from '@backstage/errors';
import { isRefusal } from './isRefusal';

async function answer(status: number): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response('{}', { status }) as Parameters<
      typeof ResponseError.fromResponse
    >[0],
  );
}

describe('isRefusal', () => {
  it.each([400, 403, 409, 413, 415, 422])(
    'takes %i as a verdict on the document',
    async status => {
      expect(isRefusal(await answer(status))).toBe(true);
    },
  );

  it.each([401, 404, 408, 429, 500, 502, 503])(
    'takes %i as a reason to ask again',
    async status => {
      expect(isRefusal(await answer(status))).toBe(false);
    },
  );

  it('takes a broken connection as a reason to ask again', () => {
    expect(isRefusal(new TypeError('fetch failed'))).toBe(false);
  });
});
