import { DateTime } from 'luxon';
import { openStore } from '../../src/store/open.ts';

// Claims posts until the store takes no more, and prints how many it took and why it stopped.
const [path = '', most = '0'] = process.argv.slice(2);
const now = DateTime.utc();
const end = now.plus({ hours: 1 });
const details = {
  title: 'x'.repeat(2000),
  start: now.plus({ minutes: 5 }),
  end,
  tentative: false,
  cancelled: false,
};
const store = await openStore({ kind: 'sqlite', path }, 'wg');
let claimed = 0;
let failure = '';
while (claimed < Number(most) && failure === '') {
  const post = {
    key: `reminder/${claimed}`,
    kind: 'reminder',
    meetingId: 'a',
    leadMinutes: 10,
    destination: { kind: 'channel', channelId: 'C1' },
    details,
    asOf: now,
  } as const;
  try {
    await store.forGroup('wg').ledgers.channel.claim(post, now);
    claimed += 1;
  } catch (error) {
    failure = String(error);
  }
}
process.stdout.write(JSON.stringify({ claimed, failure }));
