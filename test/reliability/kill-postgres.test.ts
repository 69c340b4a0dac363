import { describe } from 'vitest';
import { postgresServer } from '../support/stores.ts';
import { killMatrix } from './kill-matrix.ts';

describe('killed, with a store in PostgreSQL', () => killMatrix('second', postgresServer));
