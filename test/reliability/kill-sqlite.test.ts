import { describe } from 'vitest';
import { sqliteFiles } from '../support/stores.ts';
import { killMatrix } from './kill-matrix.ts';

describe('killed, with a store in SQLite', () => killMatrix('first', sqliteFiles));
