import { answers } from './answers.ts';
import { openStage } from './stage.ts';
import { starts } from './start.ts';

const size = { rounds: 5, requests: 100 };
const stage = await openStage();
const ok = [await answers(stage, size), await starts(stage, { rounds: 3 })];
await stage.close();
process.exitCode = ok.every(Boolean) ? 0 : 1;
