// What somebody is told whom nobody knows: polite, useful, and nothing of a county but its name.
import type { Db } from '../database/open.ts';
import { listCountiesOfTenant } from '../directory/county-store.ts';
import type { Answer } from '../platform.ts';
import { textsIn } from '../text/texts.ts';
import { type Act, findPlace } from './identify.ts';

export async function greetStranger(db: Db, act: Act): Promise<Answer> {
  const { platform, tenant, email } = act.from;
  const served = await listCountiesOfTenant(db, platform, tenant);
  const place = await findPlace(db, act);
  const isBound = place?.groupId !== undefined;
  const counties = served.filter(({ id }) => !isBound || id === place?.countyId);
  const { chat } = textsIn(counties[0]?.languages[0] ?? 'sv');
  if (platform === 'room') return { kind: 'note', text: chat.strangerAnywhere };
  const names = counties.map(({ name }) => name);
  return { kind: 'note', text: names.length === 0 ? chat.unserved : chat.stranger(names, email === undefined) };
}
