// Stands where a database must be given and none may be used.
import type { Database } from '../../src/database/open.ts';

const refuse = () => Promise.reject(new Error('Nobody should have used the database.'));

export const noDatabase: Database = {
  kind: 'embedded',
  get db(): never {
    throw new Error('Nobody should have used the database.');
  },
  executeSql: refuse,
  transaction: refuse,
  close: async () => {},
};
