// Reads and writes the surveys of a county.
import type { LocalDate } from '../../calendar/local-date.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import type { CountyId } from '../../ids.ts';
import { Survey } from './survey.ts';

const select = {
  id: true,
  countyId: true,
  title: true,
  intro: true,
  form: true,
  groupIds: true,
  organisationKinds: true,
  answerPer: true,
  opensOn: true,
  opensAt: true,
  answerBy: true,
  closesOn: true,
  nudgeDays: true,
  escalates: true,
  rule: true,
  cancelledOn: true,
} as const satisfies Prisma.SurveySelect;

export async function findSurvey(db: Db, countyId: CountyId, id: string): Promise<Survey | undefined> {
  const row = await db.survey.findFirst({ where: { countyId, id }, select });
  return row ? toSurvey(row) : undefined;
}

/** Those that are not over on that day: they close later, or come back by a rule. By their first day. */
export async function listSurveys(db: Db, countyId: CountyId, from: LocalDate): Promise<readonly Survey[]> {
  const rows = await db.survey.findMany({
    where: {
      countyId,
      cancelledOn: null,
      OR: [{ closesOn: { gte: from } }, { rule: { not: Prisma.AnyNull } }],
    },
    select,
    orderBy: [{ opensOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toSurvey);
}

/** @returns the ids of those that were new or changed */
export function saveSurveys(db: Db, countyId: CountyId, surveys: readonly Survey[]): Promise<readonly string[]> {
  return saveChanged(surveys, {
    read: async (ids) => (await db.survey.findMany({ where: { countyId, id: { in: ids } }, select })).map(toSurvey),
    create: (fresh) => db.survey.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.survey.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toSurvey(row: Prisma.SurveyGetPayload<{ select: typeof select }>): Survey {
  return Survey.parse(dropNulls(row));
}

function toRow(survey: Survey) {
  const { intro = null, rule = Prisma.DbNull, cancelledOn = null } = survey;
  return {
    ...survey,
    ...{ intro, rule, cancelledOn },
    groupIds: [...survey.groupIds],
    organisationKinds: [...survey.organisationKinds],
    nudgeDays: [...survey.nudgeDays],
  };
}
