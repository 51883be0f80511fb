// A second process: opens a database, says so, writes a row, and holds on until it is killed.
import { openDatabase } from '../../src/database/open.ts';
import { silentLog } from '../../src/log.ts';

const [place = '', how] = process.argv.slice(2);
const options = place.startsWith('postgres:') ? { url: place } : { dataDir: place };
const database = await openDatabase({ ...options, log: silentLog });
await database.db.tick.create({ data: { name: `process ${process.pid}`, at: new Date() } });
console.log('open');
if (how === 'close') await database.close();
else setInterval(() => {}, 1000);
