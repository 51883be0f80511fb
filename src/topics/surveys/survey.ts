// A survey: a coordinator's own questions, to whom they are put, and until when they are answered.
import { z } from 'zod';
import { LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { Rule } from '../../calendar/rule.ts';
import { OrganisationKind } from '../../directory/organisation.ts';
import { CountyId, GroupId } from '../../ids.ts';
import { Form } from '../../message/form.ts';

export const Survey = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    title: z.string().min(1),
    intro: z.string().exactOptional(),
    form: Form,
    groupIds: z.array(GroupId).readonly(),
    /** Also those who sit in any group for organisations of these kinds. */
    organisationKinds: z.array(OrganisationKind).readonly(),
    answerPer: z.enum(['person', 'organisation']),
    /** Of the first time; where a rule brings others, they keep the distances. */
    opensOn: LocalDate,
    opensAt: LocalTime,
    /** The last day to answer in time, and the last at all. */
    answerBy: LocalDate,
    closesOn: LocalDate,
    /** So many days before the last to answer, those who are silent are reminded. */
    nudgeDays: z.array(z.int().min(0).max(365)).readonly(),
    escalates: z.boolean(),
    rule: Rule.exactOptional(),
    cancelledOn: LocalDate.exactOptional(),
  })
  .readonly();
export type Survey = z.infer<typeof Survey>;

/** The one question of the road that all its fields are. */
export const ANSWERS = 'answers';
