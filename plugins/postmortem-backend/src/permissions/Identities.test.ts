import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Identities } from './Identities';

const ANA = mockCredentials.user('user:default/ana');

function identities() {
  let now = 0;
  const getUserInfo = jest.fn(async () => ({
    userEntityRef: 'user:default/ana',
    ownershipEntityRefs: ['user:default/ana', 'group:default/Payments'],
  }));
  return {
    getUserInfo,
    subject: new Identities({
      auth: mockServices.auth(),
      userInfo: { getUserInfo },
      clock: () => now,
    }),
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
  };
}

describe('Identities', () => {
  it('are the user and their groups, asked for once in half a minute', async () => {
    const { subject, getUserInfo, pass } = identities();
    const refs = ['user:default/ana', 'group:default/payments'];
    expect(await subject.of(ANA)).toEqual(refs);
    pass(29);
    expect(await subject.of(ANA)).toEqual(refs);
    expect(getUserInfo).toHaveBeenCalledTimes(1);
    pass(1);
    await subject.of(ANA);
    expect(getUserInfo).toHaveBeenCalledTimes(2);
  });

  it('are asked for each user', async () => {
    const { subject, getUserInfo } = identities();
    await subject.of(ANA);
    await subject.of(mockCredentials.user('user:default/bo'));
    expect(getUserInfo).toHaveBeenCalledTimes(2);
  });

  it('are none for a service', async () => {
    const { subject, getUserInfo } = identities();
    expect(await subject.of(mockCredentials.service())).toEqual([]);
    expect(getUserInfo).not.toHaveBeenCalled();
  });

  it('are asked for again after a failure', async () => {
    const { subject, getUserInfo } = identities();
    getUserInfo.mockRejectedValueOnce(new Error('down'));
    await expect(subject.of(ANA)).rejects.toThrow('down');
    await expect(subject.of(ANA)).resolves.toHaveLength(2);
  });
});
