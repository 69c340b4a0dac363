import { parseArgs } from 'node:util';
import { z } from 'zod';
import { answers, type Size } from './answers.ts';
import { blocks } from './blocks.ts';
import { day } from './day.ts';
import { groups } from './groups.ts';
import { print } from './report.ts';
import { openStage, type Stage } from './stage.ts';
import { starts } from './start.ts';

const PARTS = ['answers', 'start', 'blocks', 'groups', 'day'] as const;
type Part = (typeof PARTS)[number];

const HELP = `npm run bench -- [part …] [--rounds N] [--requests N]

Measures the bot as the image runs it beside a bare Bolt app, and by itself at sizes that no group has. Prints
each measure with its goal, and exits with 1 if one is missed by more than the noise.

  answers  what people wait for: commands, questions, mentions, the Home tab; one at a time, and 50 at once
  start    time from the start to the connection, memory then and after 10,000 answers
  blocks   how long nobody else gets a turn, with 35 groups, 10,000 events, 10,000 people, 100,000 old posts
  groups   what each further group costs: start, memory and jobs with 1, 12 and 35 groups
  day      memory over 24 hours of reading the calendar, which take a minute here

Without a part, all of them. docs/performance.md explains the numbers.
`;

const count = z.coerce.number().int().min(1);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    rounds: { type: 'string', default: '5' },
    requests: { type: 'string', default: '100' },
  },
});

// Whoever is under test ends with the bench.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

if (values.help) print(HELP);
else process.exitCode = (await runAll()) ? 0 : 1;

async function runAll(): Promise<boolean> {
  const size = { rounds: count.parse(values.rounds), requests: count.parse(values.requests) };
  const parts = positionals.length > 0 ? positionals.map((one) => z.enum(PARTS).parse(one)) : PARTS;
  let ok = true;
  for (const part of parts) {
    ok = (await measure(part, size)) && ok;
    print('');
  }
  return ok;
}

function measure(part: Part, size: Size): Promise<boolean> {
  switch (part) {
    case 'answers':
      return onStage((stage) => answers(stage, size));
    case 'start':
      return onStage((stage) => starts(stage, size));
    case 'blocks':
      return blocks();
    case 'groups':
      return onStage((stage) => groups(stage, size));
    case 'day':
      return day();
  }
}

async function onStage(measured: (stage: Stage) => Promise<boolean>): Promise<boolean> {
  const stage = await openStage();
  const ok = await measured(stage);
  await stage.close();
  return ok;
}
