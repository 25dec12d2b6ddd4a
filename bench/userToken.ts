import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const LIFETIME_SECONDS = 6 * 60 * 60;

/**
 * A token as the auth plugin issues them, and the key that verifies it. The
 * proof in it lets one backend plugin call another on behalf of the user.
 */
export async function issueUserToken(
  userEntityRef: string,
): Promise<{ token: string; jwk: object }> {
  const alg = 'ES256';
  const kid = 'bench';
  const { publicKey, privateKey } = await generateKeyPair(alg);
  const iat = Math.floor(Date.now() / 1_000);
  const claims = { sub: userEntityRef, iat, exp: iat + LIFETIME_SECONDS };
  // The order of the names matters: it is the text of both that is signed.
  const limited = await new SignJWT(claims)
    .setProtectedHeader({ typ: 'vnd.backstage.limited-user', alg, kid })
    .sign(privateKey);
  const [, , uip] = limited.split('.');
  const token = await new SignJWT({ ...claims, aud: 'backstage', uip })
    .setProtectedHeader({ typ: 'vnd.backstage.user', alg, kid })
    .sign(privateKey);
  return { token, jwk: { ...(await exportJWK(publicKey)), alg, kid } };
}
