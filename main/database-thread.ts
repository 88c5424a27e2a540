import { parentPort, workerData } from 'node:worker_threads';
import { answerOfWork, type DatabaseWork } from './vault/database-work.ts';

// Proof of the cast: this program is started by `runDatabaseWork` and by nothing else.
parentPort?.postMessage(answerOfWork(workerData as DatabaseWork));
