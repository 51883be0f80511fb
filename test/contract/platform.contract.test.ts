// Every platform keeps the same promises to the road.
import { roomUnderTest } from '../platforms/room/room-harness.ts';
import { slackUnderTest } from '../platforms/slack/slack-harness.ts';
import { teamsUnderTest } from '../platforms/teams/teams-harness.ts';
import { testPlatform } from './platform-contract.ts';

for (const platform of [roomUnderTest, ...teamsUnderTest, ...slackUnderTest]) testPlatform(platform);
