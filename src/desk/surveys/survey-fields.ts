// What is filled in about a survey, and how a survey stands in the fields.
import { LocalTime } from '../../calendar/local-date.ts';
import type { Db } from '../../database/open.ts';
import { OrganisationKind } from '../../directory/organisation.ts';
import { GroupId } from '../../ids.ts';
import type { Answers, Field, FieldFault, Form } from '../../message/form.ts';
import type { Texts } from '../../text/texts.ts';
import { type Fault, MOST_QUESTIONS, readQuestions, writeQuestions } from '../../topics/surveys/read-questions.ts';
import type { Survey } from '../../topics/surveys/survey.ts';
import { steersAll } from '../asker.ts';
import type { DeskAsking } from '../desk-act.ts';
import {
  readDate,
  readHour,
  readList,
  readText,
  toDateField,
  toGroupOptions,
  toTextField,
  toTimeField,
  toValues,
  writeTime,
} from '../fields.ts';
import { listSteerable } from '../steerable-groups.ts';

/** So many days before the last to answer one may be reminded. */
const NUDGES = [7, 3, 1, 0] as const;
const NINE = LocalTime.parse('09:00');

export async function createSurveyFields(db: Db, { asker }: DeskAsking, texts: Texts): Promise<readonly Field[]> {
  const { desk, calls } = texts;
  const { fields } = desk;
  const groups = await listSteerable(db, asker);
  const kinds = OrganisationKind.options.map((value) => ({ value, label: calls.kind(value) }));
  const long = { maxLength: 2900, isLong: true };
  return [
    toTextField({ key: 'title', label: fields.surveyTitle, required: true, maxLength: 150 }),
    toTextField({ key: 'intro', label: fields.intro, help: fields.introHelp, required: false, ...long }),
    toTextField({ key: 'questions', label: fields.questions, help: fields.questionsHelp, required: true, ...long }),
    ...(groups.length === 0
      ? []
      : [
          {
            ...({ kind: 'choices', key: 'groups', label: fields.askedGroups } as const),
            ...{ required: !steersAll(asker), options: toGroupOptions(groups) },
          },
        ]),
    ...(steersAll(asker)
      ? [{ kind: 'choices', key: 'kinds', label: fields.askedKinds, required: false, options: kinds } as const]
      : []),
    {
      ...({ kind: 'choice', key: 'per', label: fields.answerPer, required: true } as const),
      options: (['person', 'organisation'] as const).map((value) => ({ value, label: desk.answerPer[value] })),
    },
    toDateField({ key: 'opensOn', label: fields.surveyOpens, required: true }),
    toTimeField(texts, { key: 'opensAt', label: fields.surveyOpensAt, required: false }),
    toDateField({ key: 'answerBy', label: fields.surveyAnswerBy, required: true }),
    toDateField({ key: 'closesOn', label: fields.surveyCloses, help: fields.surveyClosesHelp, required: false }),
    {
      ...({ kind: 'choices', key: 'nudges', label: fields.nudges, help: fields.nudgesHelp, required: false } as const),
      options: NUDGES.map((days) => ({ value: String(days), label: desk.nudgeDays(days) })),
    },
    {
      ...({ kind: 'choice', key: 'escalates', label: fields.escalates, required: true } as const),
      options: (['yes', 'no'] as const).map((value) => ({ value, label: desk.yesNo[value] })),
    },
  ];
}

export type SurveyContent = Omit<Survey, 'id' | 'countyId' | 'rule' | 'cancelledOn'>;

/** Undefined where the answers are not whole: they are checked first. */
export function readContent(answers: Answers, texts: Texts): SurveyContent | undefined {
  const questions = readQuestions(readText(answers, 'questions') ?? '', texts);
  const [opensOn, answerBy] = [readDate(answers, 'opensOn'), readDate(answers, 'answerBy')];
  if ('faults' in questions || !opensOn || !answerBy) return undefined;
  const intro = readText(answers, 'intro');
  return {
    title: readText(answers, 'title') ?? '',
    ...(intro !== undefined && { intro }),
    form: questions.form,
    groupIds: readList(answers, 'groups').map((id) => GroupId.parse(id)),
    organisationKinds: readList(answers, 'kinds').map((kind) => OrganisationKind.parse(kind)),
    answerPer: answers.per === 'organisation' ? 'organisation' : 'person',
    opensOn,
    opensAt: readHour(answers, 'opensAt') ?? NINE,
    answerBy,
    closesOn: readDate(answers, 'closesOn') ?? answerBy,
    nudgeDays: readList(answers, 'nudges').map(Number),
    escalates: answers.escalates === 'yes',
  };
}

export function toContentValues(survey: Survey, texts: Texts): Answers {
  const { title, intro, form, groupIds, organisationKinds, answerPer, opensOn, opensAt, answerBy, closesOn } = survey;
  return toValues({
    ...{
      title,
      intro,
      questions: writeQuestions(form, texts),
      groups: groupIds,
      kinds: organisationKinds,
      per: answerPer,
    },
    ...{ opensOn, opensAt: writeTime(opensAt), answerBy, closesOn, nudges: survey.nudgeDays.map(String) },
    escalates: survey.escalates ? 'yes' : 'no',
  });
}

export function findContentFaults(answers: Answers, texts: Texts): readonly FieldFault[] {
  const { faults } = texts.desk;
  const [opensOn, answerBy, closesOn] = ['opensOn', 'answerBy', 'closesOn'].map((key) => readDate(answers, key));
  const isNobody = readList(answers, 'groups').length === 0 && readList(answers, 'kinds').length === 0;
  return [
    ...findQuestionFaults(readText(answers, 'questions') ?? '', texts),
    ...(isNobody ? [{ field: 'groups', message: faults.nobodyAsked }] : []),
    ...(opensOn && answerBy && answerBy < opensOn ? [{ field: 'answerBy', message: faults.closesFirst }] : []),
    ...(closesOn && answerBy && closesOn < answerBy ? [{ field: 'closesOn', message: faults.closesFirst }] : []),
  ];
}

function findQuestionFaults(text: string, texts: Texts): readonly FieldFault[] {
  const { faults } = texts.desk;
  const read = readQuestions(text, texts);
  if ('form' in read)
    return isTooMany(read.form) ? [{ field: 'questions', message: faults.tooManyQuestions(MOST_QUESTIONS) }] : [];
  return [{ field: 'questions', message: read.faults.map((fault) => sayFault(fault, texts)).join(' ') }];
}

function isTooMany({ fields }: Form): boolean {
  return fields.length > MOST_QUESTIONS;
}

function sayFault(fault: Fault, { surveys }: Texts): string {
  const { line } = fault;
  return fault.kind === 'unknown-kind'
    ? surveys.faults.unknownKind(line, fault.word)
    : surveys.faults[fault.kind](line);
}
