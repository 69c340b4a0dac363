import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { DateTime } from 'luxon';
import { commandLine } from './cli/command-line.ts';
import { secretsIn } from './config/config.ts';
import { redactor } from './logger.ts';

const redact = redactor(secretsIn(process.env));

process.exit(
  await commandLine(process.argv.slice(2), {
    print: (text) => process.stdout.write(redact(text)),
    complain: (text) => process.stderr.write(redact(text)),
    receive: (file) => pipeline(process.stdin, createWriteStream(file, { mode: 0o600 })),
    send: (file) => pipeline(createReadStream(file), process.stdout, { end: false }),
    env: process.env,
    now: () => DateTime.utc(),
  }),
);
