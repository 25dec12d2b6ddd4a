import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { authModuleDemoProvider } from './module';

const ENTITIES = ['ana', 'bo'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: {},
  relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
}));

function startPortal(
  people = [{ entityRef: 'user:default/ana', name: 'Ana' }],
) {
  return startTestBackend({
    features: [
      authPlugin,
      authModuleDemoProvider,
      catalogServiceMock.factory({ entities: ENTITIES }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { providers: { demo: {} } },
          demo: { people },
        },
      }),
    ],
  });
}

describe('authModuleDemoProvider', () => {
  const nodeEnv = process.env.NODE_ENV;

  afterEach(() => {
    (process.env as Record<string, string | undefined>).NODE_ENV = nodeEnv;
  });

  it('signs a listed person in, with their groups', async () => {
    const { server } = await startPortal();

    const response = await request(server)
      .get('/api/auth/demo/refresh')
      .set('x-demo-person', 'user:default/ana');

    expect(response.status).toBe(200);
    expect(response.body.profile).toEqual({ displayName: 'Ana' });
    expect(response.body.backstageIdentity.identity).toEqual({
      type: 'user',
      userEntityRef: 'user:default/ana',
      ownershipEntityRefs: ['user:default/ana', 'group:default/payments'],
    });
  });

  it('refuses everybody else, also those whom the catalog knows', async () => {
    const { server } = await startPortal();

    const unlisted = await request(server)
      .get('/api/auth/demo/refresh')
      .set('x-demo-person', 'user:default/bo');
    const nobody = await request(server).get('/api/auth/demo/refresh');

    expect(unlisted.status).toBe(403);
    expect(unlisted.body.backstageIdentity).toBeUndefined();
    expect(nobody.status).toBe(401);
  });

  it('does not start in production', async () => {
    (process.env as Record<string, string>).NODE_ENV = 'production';

    await expect(startPortal()).rejects.toThrow(
      'must not run with NODE_ENV=production',
    );
  });

  it('does not start when the list names a group', async () => {
    await expect(
      startPortal([{ entityRef: 'group:default/payments', name: 'Payments' }]),
    ).rejects.toThrow('group:default/payments, which is not a user');
  });
});
