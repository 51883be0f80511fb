// The style sheet of the desk alone: tables, the year, and lists of what is due.
import { fileURLToPath } from 'node:url';
import { loadAsset } from '../../page/asset.ts';
import { DESK } from './desk-setting.ts';

// The compiler leaves what is not TypeScript in src, so it is read from there also when dist runs.
export const deskStyle = loadAsset(fileURLToPath(new URL('../../../src/web/desk/desk.css', import.meta.url)));
export const deskStyleUrl = `${DESK}/assets/${deskStyle.path}`;
