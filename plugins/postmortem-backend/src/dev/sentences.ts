import type { Random } from './Random';

const COMPONENTS = [
  'the connection pool',
  'the session cache',
  'the load balancer',
  'the message queue',
  'the primary database',
  'the certificate store',
  'the deployment pipeline',
  'the rate limiter',
  'the feature flag service',
  'the DNS resolver',
  'the nightly export',
  'the read replica',
];

const FAILURES = [
  'ran out of connections',
  'rejected every second request',
  'answered after more than ten seconds',
  'lost its leader and did not elect another',
  'served stale entries for an hour',
  'filled its disk with retries',
  'restarted in a loop',
  'dropped writes without an error',
  'let an expired certificate through to production',
  'fell behind by two million messages',
];

const REASONS = [
  'a configuration change raised the limit in one region only',
  'a client retried without a pause',
  'the health check looked at the wrong port',
  'the migration held a lock on the busiest table',
  'nobody had tried the failover since the last upgrade',
  'the alert was routed to a team that no longer exists',
  'the new version needed twice the memory at start',
  'a dependency changed its time-out from five seconds to none',
];

const ACTIONS = [
  'Alert on the age of the oldest message in',
  'Cap the retries of every client of',
  'Rehearse the failover of',
  'Write a runbook for',
  'Add a canary in front of',
  'Measure the saturation of',
  'Give an owner to',
  'Test the restore of',
  'Remove the single point of failure in',
  'Document the limits of',
];

export function thing(random: Random): string {
  return random.pick(COMPONENTS);
}

export function failure(random: Random): string {
  return `${random.pick(COMPONENTS)} ${random.pick(FAILURES)}`;
}

export function action(random: Random): string {
  return `${random.pick(ACTIONS)} ${random.pick(COMPONENTS)}`;
}

function capital(text: string): string {
  return text[0].toLocaleUpperCase('en-US') + text.slice(1);
}

export function title(random: Random): string {
  return capital(failure(random));
}

/** A few sentences of what happened and why. */
export function paragraph(random: Random, sentences = 2): string {
  return Array.from(
    { length: sentences },
    () => `${capital(failure(random))} because ${random.pick(REASONS)}.`,
  ).join(' ');
}
