import type { PostRecord } from '../reminders/ports.ts';

// Several runs of the jobs, also when Slack can't be reached for a while after the failover.
const DOUBT_MS = 15 * 60_000;

/**
 * Notices that another PostgreSQL server has taken over. A replica lags behind its primary, so the new
 * server may lack the last transactions, such as the record of a post that is already in Slack.
 */
export interface FailoverWatch {
  /** Called with each new connection; the time at which its server was started identifies the server. */
  connectedTo(serverStart: string): void;
  /** Whether the database may have forgotten what it was told a moment ago. */
  isInDoubt(): boolean;
}

export function failoverWatch(monotonicMs: () => number = () => performance.now()): FailoverWatch {
  let server: string | undefined;
  let doubtUntil = Number.NEGATIVE_INFINITY;
  return {
    connectedTo(serverStart) {
      if (server !== undefined && server !== serverStart) doubtUntil = monotonicMs() + DOUBT_MS;
      server = serverStart;
    },
    isInDoubt: () => monotonicMs() < doubtUntil,
  };
}

type ClaimPost<Post> = PostRecord<Post>['claim'];

/** How far a record's claims can be trusted. */
export type Trust = <Post>(claim: ClaimPost<Post>) => ClaimPost<Post>;

/** Claims are all unsettled while in doubt, so that Slack is searched before a post. */
export function trustUnlessInDoubt(failover: FailoverWatch): Trust {
  return (claimPost) => async (post, now) => {
    const claim = await claimPost(post, now);
    if (claim.kind !== 'claimed' || !failover.isInDoubt()) return claim;
    return { kind: 'unsettled', attempts: claim.attempts, since: now };
  };
}
