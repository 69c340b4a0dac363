import type { Finding } from '../findings.ts';
import type { StoreFacts } from '../store/inspect.ts';

const about = 'DATABASE_URL';

/** Whether the bot can keep what it has to keep. */
export function databaseFinding(facts: StoreFacts): Finding {
  switch (facts.kind) {
    case 'unusable':
      return facts.finding;
    case 'in memory':
      return {
        kind: 'warning',
        about,
        says: 'everything is kept in memory, and forgotten when the bot ends',
        wayOut: 'Name a file, such as file:./data/wg-serving-bot.sqlite.',
      };
    case 'not there yet':
      return facts.obstacle === undefined
        ? { kind: 'fine', about, says: `the first start will create ${facts.path}` }
        : fatal(
            `the first start could not create ${facts.path}: ${facts.obstacle}`,
            'Name another place, or let the user that the bot runs as write there.',
          );
    case 'there':
      return openFinding(facts);
  }
}

function openFinding(facts: Extract<StoreFacts, { kind: 'there' }>): Finding {
  const { where, obstacle, schema, running } = facts;
  if (obstacle !== undefined) {
    return fatal(`${where} can't be written: ${obstacle}`, 'The bot has to be able to write it.');
  }
  switch (schema.kind) {
    case 'newer':
      return fatal(
        `a newer version of the bot wrote ${where}`,
        'Run that version again, or use another database.',
      );
    case 'foreign':
      return fatal(
        `${where} has tables, but none of the bot's`,
        'It may belong to another program: name a database of its own for the bot.',
      );
    case 'empty':
      return { kind: 'fine', about, says: `${where} is empty; the first start fills it` };
    case 'older':
      return { kind: 'fine', about, says: `${where} works; the next start will update its tables` };
    case 'current': {
      const use = running ? ', and is in use by a running bot' : '';
      return { kind: 'fine', about, says: `${where} works${use}` };
    }
  }
}

function fatal(says: string, wayOut: string): Finding {
  return { kind: 'fatal', about, says, wayOut };
}
