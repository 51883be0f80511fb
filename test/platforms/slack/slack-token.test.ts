// One bot token: which workspace is it, and what if Slack cannot be asked?
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createSingleInstallation } from '../../../src/platforms/slack/slack-token.ts';
import { openSlackServer, type SlackServer } from '../../fake/slack-server.ts';
import type { Workspace } from '../../fake/slack-world.ts';

describe('the workspace of a token', () => {
  let slack: SlackServer;
  let workspace: Workspace;
  beforeAll(async () => {
    slack = await openSlackServer();
    workspace = slack.world.addWorkspace('Region Blekinge');
  });
  beforeEach(() => {
    workspace.state = 'installed';
    slack.broken.clear();
    slack.calls.length = 0;
  });
  afterAll(() => slack.close());

  const open = () => createSingleInstallation({ apiUrl: slack.apiUrl, botToken: workspace.botToken });

  test('is asked for when it is first needed, and once', async () => {
    const installations = open();
    const before = slack.calls.length;

    const found = await Promise.all([installations.find(workspace.id), installations.find(workspace.id)]);

    const { id: teamId, name: teamName, botToken, botUserId } = workspace;
    expect(found).toEqual(Array(2).fill({ teamId, teamName, botToken, botUserId }));
    expect([before, slack.calls.length]).toEqual([0, 1]);
  });

  test('is no other', async () => {
    expect(await open().find('T0ELSEWHERE')).toBeUndefined();
  });

  test('is asked for again where Slack did not answer', async () => {
    const installations = open();
    slack.broken.set('auth.test', 'status-500');
    await expect(installations.find(workspace.id)).rejects.toMatchObject({ name: 'PlatformError' });
    slack.broken.clear();

    expect(await installations.find(workspace.id)).toMatchObject({ teamId: workspace.id });
  });

  test('is told as later where nobody listens, so that what waits is sent when somebody does', async () => {
    const closed = await openSlackServer();
    await closed.close();
    const nowhere = createSingleInstallation({ apiUrl: closed.apiUrl, botToken: workspace.botToken });

    await expect(nowhere.find(workspace.id)).rejects.toMatchObject({ verdict: 'later', code: 'unreachable' });
  });

  test('is none once the token is revoked', async () => {
    const installations = open();
    await installations.find(workspace.id);
    workspace.state = 'revoked';

    await installations.forget(workspace.id);

    expect(await installations.find(workspace.id)).toBeUndefined();
  });
});
