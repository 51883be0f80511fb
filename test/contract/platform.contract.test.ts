// Every platform keeps the same promises to the road.
import { roomUnderTest } from '../platforms/room/room-harness.ts';
import { testPlatform } from './platform-contract.ts';

testPlatform(roomUnderTest);
