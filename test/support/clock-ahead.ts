// Preloaded into a process whose clock a test sets ahead, so that no test waits for a lease.
const aheadMs = Number(process.env.CLOCK_AHEAD_SECONDS ?? 0) * 1000;
const now = Date.now;
Date.now = () => now() + aheadMs;
