// A second process: takes the lock on a directory, says so, and holds on until it is killed.
import { lockDirectory } from '../../src/database/lock.ts';

const [dataDir = ''] = process.argv.slice(2);
await lockDirectory(dataDir, { beatMs: 50 });
console.log('held');
setInterval(() => {}, 1000);
