import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';

/**
 * Who is recorded as the author of what these credentials do: the ref of a
 * user, or `service:` and the subject of a service.
 */
export function authorOf({ principal }: BackstageCredentials): string {
  const known = principal as
    | BackstageUserPrincipal
    | BackstageServicePrincipal
    | { type: 'none' };
  switch (known.type) {
    case 'user':
      return known.userEntityRef.toLocaleLowerCase('en-US');
    case 'service':
      return `service:${known.subject}`;
    default:
      throw new AuthenticationError('Sign in, or send the token of a service');
  }
}
