// Opens the service and stays until it is stopped.
import { wallClock } from '../../clock.ts';
import { createLog, type Log } from '../../log.ts';
import { openService, type Service } from '../../main.ts';
import { openDoor } from '../door/door-server.ts';
import type { Place } from '../perform.ts';
import { describeFailure, EXIT } from '../run.ts';
import { askTask } from '../tasks/ask-task.ts';
import { importTask } from '../tasks/import-task.ts';
import { linkTask } from '../tasks/link-task.ts';
import { peopleTask } from '../tasks/people-task.ts';
import { planTask } from '../tasks/plan-task.ts';
import { approveTask, freezeTask, lightTask, reportTask } from '../tasks/report-task.ts';
import { exportTask, importSheetsTask } from '../tasks/sheet-tasks.ts';
import { statusTask } from '../tasks/status-task.ts';
import { steerTask } from '../tasks/steer-task.ts';

export async function start({ config }: Place): Promise<void> {
  const log = createLog(config.logLevel);
  const stopping = listenForStop();
  endOnFailure(log);
  const service = await openService(config, { clock: wallClock, log });
  try {
    if (config.databaseUrl === undefined) await openOwnDoor(config.dataDir, service);
    if (config.isLocal) {
      console.error(`Samverk is open at ${service.address} for this computer alone. Ctrl+C stops it.`);
    }
    const signal = await stopping;
    log.info('service.stopping', { signal });
  } finally {
    await service.stop();
  }
  log.info('service.stopped');
  // Whatever still holds the process has had its time.
  process.exit(EXIT.done);
}

/** Where the directory takes no socket, as some network drives, the service does without. */
async function openOwnDoor(dataDir: string, service: Service): Promise<void> {
  const { road, publicUrl, secret } = service;
  const desk = { ...road, publicUrl, isService: true, findSecret: async () => secret };
  try {
    const tasks = [
      importTask,
      importSheetsTask,
      exportTask,
      statusTask,
      askTask,
      peopleTask,
      planTask,
      reportTask,
      freezeTask,
      approveTask,
      lightTask,
      linkTask,
      steerTask,
    ];
    const door = await openDoor({ dataDir, desk, log: road.log, tasks });
    service.whenStopping(door.close);
  } catch (error) {
    road.log.warn('door.not-opened', error);
    console.error(`While it runs, other verbs cannot reach it. ${describeFailure(error, false)}`);
  }
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** One Ctrl+C may come twice, from the terminal and from npm; a second that is meant comes later. */
const SAME_MS = 500;

/** The first signal is waited for; the second ends the process. */
function listenForStop(): Promise<string> {
  return new Promise((resolve) => {
    let stoppingSince: number | undefined;
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        stoppingSince ??= performance.now();
        if (performance.now() - stoppingSince > SAME_MS) process.exit(EXIT.failed);
        resolve(signal);
      });
    }
  });
}

/** A bug that nobody caught: what is promised lies in the database, so that ending and starting again loses nothing. */
function endOnFailure(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error('service.failed', error, { event });
      process.exit(EXIT.failed);
    });
  }
}
