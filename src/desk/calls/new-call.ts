// Announces a grant call: from then on it is reminded of, up to its last day.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { textsIn } from '../../text/texts.ts';
import { CallDetails } from '../../topics/calls/call.ts';
import { saveCalls } from '../../topics/calls/call-store.ts';
import { listInstruments } from '../../topics/calls/instrument-store.ts';
import { steersAll } from '../asker.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { readDate, toDateField } from '../fields.ts';
import {
  createCallFields,
  createCloseFields,
  findCloseFaults,
  readClose,
  readContent,
  toCloseValues,
} from './call-fields.ts';

export const newCall: DeskAct = { name: 'new', kind: 'call', open, check, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { asker, county } = asking;
  const texts = textsIn(asker.person.language);
  const { desk } = texts;
  if (!steersAll(asker)) return { refused: desk.coordinatorsOnly };
  const instruments = await listInstruments(db, county.id);
  if (instruments.length === 0) return { refused: desk.refusals.noInstruments };
  const options = instruments.map(({ id: value, name: label }) => ({ value, label }));
  const [only, second] = instruments;
  return {
    title: desk.titles.new.call,
    form: {
      fields: [
        { kind: 'choice', key: 'instrument', label: desk.fields.instrument, required: true, options },
        ...(await createCallFields(db, asking, texts)),
        toDateField({ key: 'opensOn', label: desk.fields.opensOn, required: false }),
        ...createCloseFields(texts),
      ],
    },
    values: only && !second ? { instrument: only.id } : {},
  };
}

async function check(_db: Db, { asker, today }: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const texts = textsIn(asker.person.language);
  const [opensOn, closesOn] = [readDate(answers, 'opensOn'), readDate(answers, 'closesOn')];
  const isBackwards = opensOn !== undefined && closesOn !== undefined && closesOn < opensOn;
  return [
    ...findCloseFaults(answers, texts, today),
    ...(isBackwards ? [{ field: 'closesOn', message: texts.desk.faults.closesFirst }] : []),
  ];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied> {
  const { road, asker, county, now, newId } = asking;
  const { id: countyId } = county;
  const opensOn = readDate(answers, 'opensOn');
  const close = readClose(answers);
  const call = CallDetails.parse({
    ...{ ...readContent(answers), ...close, id: newId, countyId, instrumentId: answers.instrument },
    ...{ municipalityCodes: [], isExample: false },
    ...(opensOn && { opensOn }),
  });
  await saveCalls(tx, { countyId, now }, [call]);
  const told = { topic: 'call', countyId, id: call.id } as const;
  await planSubject(tx, road.topics.call, told, now);
  const { desk } = textsIn(asker.person.language);
  return {
    said: desk.done.saved,
    ref: { kind: 'call', id: call.id },
    told: [told],
    ...(close && { values: toCloseValues(close) }),
  };
}
