// The script that shows what is new on an open page. Everything works without it, on reload.
import { fileURLToPath } from 'node:url';
import { loadAsset } from '../../page/asset.ts';
import { ROOM } from './room-setting.ts';

// The compiler leaves what is not TypeScript in src, so it is read from there also when dist runs.
export const roomScript = loadAsset(fileURLToPath(new URL('../../../src/platforms/room/room.js', import.meta.url)));
export const roomScriptUrl = `${ROOM}/assets/${roomScript.path}`;
