// Is the one who is asked for found, and shown only to those who may know?
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { loadMunicipalities } from '../../src/directory/municipality.ts';
import { toPlainText } from '../../src/message/plain-text.ts';
import type { Answer } from '../../src/platform.ts';
import { dropMarks } from '../../src/text/spelling.ts';
import { describeOnDatabase } from '../fake/test-database.ts';
import { type ContactChat, settleContacts } from './settle-contacts.ts';

const umea = 'umea.kontakt@example.org';
const vimmerby = 'vimmerby.kontakt@example.org';
const coordinator = 'samordnare.vasterbotten@example.org';
const stranger = 'ingen@example.org';

/** Source: the page's "Ansvarig i kommunerna", officer by officer, by the last digits of the example's number. */
const OFFICERS = {
  '02': ['Bjurholm', 'Åsele', 'Vännäs'],
  '03': ['Nordmaling', 'Robertsfors', 'Umeå'],
  '04': ['Vilhelmina', 'Dorotea', 'Storuman'],
  '05': ['Vindeln', 'Sorsele', 'Lycksele'],
  '06': ['Malå', 'Norsjö', 'Skellefteå'],
};
const towns = Object.entries(OFFICERS).flatMap(([digits, names]) =>
  names.map((name) => {
    const code = loadMunicipalities().find((one) => one.name === name)?.code ?? '';
    return { name, code, phone: `010-000 00 ${digits}` };
  }),
);

function wordsOf(answer: Answer): string {
  if (answer.kind === 'note') return answer.text;
  return answer.kind === 'card' ? toPlainText(answer.message) : answer.kind;
}

describeOnDatabase((open) => {
  let database: Database;
  let chat: ContactChat;
  const ask = async (email: string | undefined, text: string) => wordsOf(await chat.ask(email, text));
  beforeAll(async () => {
    database = await open();
    chat = await settleContacts(database);
  });

  describe('the officer of each of the fifteen municipalities is found', () => {
    test.each<[how: string, write: (town: (typeof towns)[number]) => string]>([
      ['by its name', ({ name }) => name],
      ['in small letters', ({ name }) => name.toLowerCase()],
      ['without å, ä and ö', ({ name }) => dropMarks(name.toLowerCase())],
      ['in the genitive', ({ name }) => (name.endsWith('s') ? name : `${name}s`)],
      ['in the genitive with "kommun"', ({ name }) => `${dropMarks(name).replace(/s$/, '')}s kommun`],
      ['by its code', ({ code }) => code],
    ])('%s', async (_how, write) => {
      const found: string[] = [];
      for (const town of towns) {
        const said = await ask(umea, `kontakt ${write(town)}`);
        if (said.startsWith(`${town.name} (${town.code})\n`) && said.includes(town.phone)) found.push(town.name);
      }

      expect(found).toHaveLength(15);
    });
  });

  describe('"kontakt"', () => {
    test('says who, how to reach them and how old that is, on one line', async () => {
      const before = await ask(umea, 'kontakt umea');
      await database.db.contact.updateMany({ where: { phone: '010-000 00 03' }, data: { confirmedOn: '2019-03-04' } });
      const confirmed = await ask(umea, 'kontakt umea');
      await database.db.contact.updateMany({ where: { phone: '010-000 00 03' }, data: { confirmedOn: '2018-10-31' } });
      const stale = await ask(umea, 'kontakt umea');

      const line =
        'Integrationsstrateg, Länsstyrelsen i Västerbottens län · 010-000 00 03 · strateg2.vasterbotten@example.org';
      expect(before).toBe(`Umeå (2480)\n\n${line} · inte bekräftad`);
      expect(confirmed).toBe(`Umeå (2480)\n\n${line} · bekräftad i mars`);
      expect(stale).toBe(`Umeå (2480)\n\n${line} · inte bekräftad sedan oktober 2018`);
    });

    test('takes several municipalities at once, and names the board of one that is elsewhere', async () => {
      const said = await ask(umea, 'kontakt umeå skelleftea, och Vännäs kommun samt Kiruna');

      expect(said.split('\n').slice(2)).toEqual([
        expect.stringMatching(/^Umeå \(2480\): .*00 03/),
        expect.stringMatching(/^Skellefteå \(2482\): .*00 06/),
        expect.stringMatching(/^Vännäs \(2460\): .*00 02/),
        'Kiruna (2584): Ligger i Norrbottens län. Fråga Länsstyrelsen i Norrbottens län.',
      ]);
    });

    test('with nothing after it is about the municipality of whoever asks', async () => {
      expect(await ask(umea, 'kontakt')).toContain('Umeå (2480)');
      expect(await ask(coordinator, 'kontakt')).toBe('Skriv en kommun, ett ärende eller en titel efter "kontakt".');
    });

    test('finds officers without a municipality by their title, or a part of it', async () => {
      const said = await ask(umea, 'kontakt enhetschef');

      expect(await ask(umea, 'kontakt särskild sakkunnig')).toContain('Hela länet\n\nBitr. enhetschef');
      expect(await ask(umea, 'kontakt integrationsstrateg')).toContain('Hela länet: Integrationsstrateg');
      expect(await ask(umea, 'kontakt processledare')).toContain('Vindeln, Sorsele och Lycksele\n\nProcessledare');
      expect(said).toContain('Hela länet\n\nBitr. enhetschef');
    });

    test('shows as many of a title as one card holds, and says how many more there are', async () => {
      const shared = {
        countyId: 'vasterbotten',
        organisationId: 'vasterbotten/lansstyrelsen',
        title: 'Handläggare boende',
      };
      const own = { phone: '010-000 00 98', email: 'h@example.org', municipalityCodes: [], matters: [] };
      const ids = Array.from({ length: 30 }, (_, n) => `vasterbotten/h-${n}`);
      await database.db.contact.createMany({ data: ids.map((id) => ({ ...shared, ...own, id })) });

      const said = await ask(umea, 'kontakt handläggare boende');

      expect(said.match(/00 98/g)).toHaveLength(25);
      expect(said).toContain('Det finns 5 till.');
      await database.db.contact.deleteMany({ where: { id: { in: ids } } });
    });

    test('finds who answers for a matter, in a municipality before its primary contact', async () => {
      await database.db.contact.create({
        data: {
          ...{ id: 'vasterbotten/bosattning', countyId: 'vasterbotten', title: 'Handläggare', phone: '010-000 00 99' },
          ...{ organisationId: 'vasterbotten/lansstyrelsen', email: 'b@example.org', matters: ['bosattning'] },
          municipalityCodes: ['2480'],
        },
      });

      expect(await ask(umea, 'kontakt bosattning')).toContain('Bosättning\n\nHandläggare');
      expect(await ask(umea, 'kontakt boende i Umeå')).toContain('010-000 00 99');
      expect(await ask(umea, 'kontakt Umeå')).toContain('010-000 00 03');
      expect(await ask(umea, 'kontakt bosättning Vännäs')).toContain('010-000 00 02');
      expect(await ask(umea, 'kontakt flyktingguider')).toContain('Skriv "ansvar Flyktingguider och familjekontakter"');
      await database.db.contact.delete({ where: { id: 'vasterbotten/bosattning' } });
    });

    test('offers a choice where two are meant, in lines to copy', async () => {
      expect(await ask(umea, 'kontakt habo')).toBe(
        'Vilken menar du med "habo"?\n\n- kontakt 0305 — Håbo, Uppsala län\n- kontakt 0643 — Habo, Jönköpings län\n\n' +
          'Skriv en av raderna, fram till strecket.',
      );
      expect(await ask(umea, 'kontakt 0643')).toContain('Fråga Länsstyrelsen i Jönköpings län.');
    });

    test('says what is nobody’s name, and what may have been meant', async () => {
      expect(await ask(umea, 'kontakt Vansa')).toBe(
        'Det finns ingen kommun som heter "Vansa". Menade du "Vännäs", "Vara" (Västra Götalands län) eller "Vansbro" (Dalarnas län)?',
      );
      expect(await ask(umea, 'kontakt qwertyuiop')).toContain('Jag hittar ingen kontakt för "qwertyuiop".');
      expect(await ask(umea, 'kontakt Umeå qwertyuiop')).toMatch(
        /Umeå \(2480\)[\s\S]*Jag hittar ingen kontakt för "qwerty/,
      );
    });

    test('is in the language of whoever asks', async () => {
      await database.db.person.updateMany({ where: { email: umea }, data: { language: 'en' } });

      expect(await ask(umea, 'contact umea')).toContain('not confirmed since October 2018');
      expect(await ask(umea, 'who answers for Umeå?')).toContain('Umeå (2480)');

      await database.db.person.updateMany({ where: { email: umea }, data: { language: 'sv' } });
    });
  });

  describe('"vem" and "ansvar"', () => {
    test('tell who is responsible for a matter in a municipality, and who in the whole county', async () => {
      const said = await ask(vimmerby, 'vem SFI Vimmerby');

      expect(said).toMatch(/^Svenska för invandrare: Vimmerby\n\nAnsvarar\n- Vimmerby kommun — Erbjuder SFI/);
      expect(said).toContain('Länsstyrelsen Kalmar län — Stödjer länets kommuner');
      expect(said).not.toContain('Borgholm');
      expect(await ask(vimmerby, 'vem ansvarar för sfi i vimerby?')).toBe(said);
      expect(await ask(vimmerby, 'ansvar SFI Vimmerby')).toBe(said);
    });

    test('count the municipalities with one duty, and say how to see one of them', async () => {
      const said = await ask(vimmerby, 'ansvar SFI');

      expect(said).toContain('- 12 kommuner — Erbjuder SFI');
      expect(said).toContain('Skriv "ansvar" och en kommun efter');
    });

    test('keep what is offered apart from what somebody must do', async () => {
      expect(await ask(vimmerby, 'vem lån')).toMatch(/Erbjuder\n- Almi Företagspartner — .*\n- Coompanion — /);
      expect(await ask(vimmerby, 'ansvar lån')).toContain('Ingen har angett');
      expect(await ask(vimmerby, 'vem erbjuder etablering')).not.toContain('Ansvarar');
    });

    test('ask about a municipality alone as "kontakt" does, and name the board of one elsewhere', async () => {
      expect(await ask(vimmerby, 'vem svarar för Vimmerby')).toContain('Vimmerby (0884)');
      expect(await ask(vimmerby, 'vem SFI Umeå')).toContain('Fråga Länsstyrelsen i Västerbottens län.');
      expect(await ask(vimmerby, 'vem qwertyuiop Umeå')).toContain('Fråga Länsstyrelsen i Västerbottens län.');
    });

    test('list the matters where none is named, and suggest one for a word that is none', async () => {
      expect(await ask(vimmerby, 'vem')).toContain('- Svenska för invandrare\n');
      expect(await ask(vimmerby, 'vem valideringar')).toContain('Menade du "Validering"?');
      expect(await ask(vimmerby, 'vem qwertyuiop')).toBe(
        'Jag känner inte till ärendet "qwertyuiop". Skriv bara "vem", så ser du alla.',
      );
    });
  });

  describe('"part"', () => {
    test('tells what a partner offers and how to reach it', async () => {
      expect(await ask(vimmerby, 'part almi')).toMatch(
        /^Almi Företagspartner\n\nErbjuder\n- Kostnadsfria[\s\S]*Ingen kontakt/,
      );
      expect(await ask(vimmerby, 'part LRF')).toContain('Lantbrukarnas Riksförbund (LRF)');
      expect(await ask(vimmerby, 'part länsstyrelsen')).toMatch(
        /Ansvarar för\n[\s\S]*Kontakt\n- Integrationsutvecklare/,
      );
      expect(await ask(vimmerby, 'part Vimmerby')).toMatch(/Vimmerby kommun[\s\S]*Kontakt\n- Integrationsutvecklare/);
    });

    test('offers a choice, suggests, or asks for a name', async () => {
      expect(await ask(vimmerby, 'part Kalmar läns')).toContain('- part lansmuseet — Kalmar läns museum');
      expect(await ask(vimmerby, 'part Migrationsvärkat')).toContain('Menade du "Migrationsverket"?');
      expect(await ask(vimmerby, 'part')).toBe('Skriv namnet på en organisation efter "part".');
    });
  });

  const partner = 'sprakvannerna@example.org';

  describe('"kontaktlista"', () => {
    test('tells a coordinator which municipalities have none or several, and what is old', async () => {
      const complete = await ask(coordinator, 'kontaktlista');
      const officer = { where: { phone: '010-000 00 02' } };
      await database.db.contact.updateMany({ ...officer, data: { municipalityCodes: ['2403', '2460', '2480'] } });
      const said = await ask(coordinator, 'kontaktlista');
      await database.db.contact.updateMany({ ...officer, data: { municipalityCodes: ['2403', '2463', '2460'] } });

      expect(complete).not.toContain('saknar');
      expect(complete).toContain('7 kontakter är inte bekräftade det senaste halvåret');
      expect(said).toContain('1 kommun saknar kontakt\n- Åsele');
      expect(said).toMatch(/1 kommun har flera kontakter\n- Umeå — .*strateg1.* och .*strateg2/);
    });

    test.each(['operator', 'reader'])('is for coordinators, and for the %s, who sees all', async (role) => {
      const contact = { where: { email: partner } };
      await database.db.person.updateMany({ ...contact, data: { roles: [role] } });
      const said = [await ask(partner, 'kontaktlista'), await ask(partner, 'hjälp')];
      await database.db.person.updateMany({ ...contact, data: { roles: [] } });

      expect(said[0]).toContain('7 kontakter är inte bekräftade');
      expect(said[1]).toContain('kontaktlista');
      expect(await ask(partner, 'kontaktlista')).toContain('Bara länets samordnare');
    });

    test('is not for others', async () => {
      expect(await ask(umea, 'kontaktlista')).toContain('Bara länets samordnare');
      expect(await ask(umea, 'hjälp')).not.toContain('kontaktlista');
      expect(await ask(coordinator, 'hjälp')).toContain('kontaktlista');
    });
  });

  describe('who may know is the county’s to say', () => {
    const letIn = (contactsFor: string) =>
      database.db.county.update({ where: { id: 'vasterbotten' }, data: { contactsFor } });

    const asReader = async (look: () => Promise<boolean>) => {
      await database.db.person.updateMany({ where: { email: partner }, data: { roles: ['reader'] } });
      const seen = await look();
      await database.db.person.updateMany({ where: { email: partner }, data: { roles: [] } });
      return seen;
    };

    test.each([
      ['members', { coordinator: true, umea: true, reader: true, partner: false, stranger: false }],
      ['partners', { coordinator: true, umea: true, reader: true, partner: true, stranger: false }],
      ['public', { coordinator: true, umea: true, reader: true, partner: true, stranger: true }],
    ])('%s', async (rule, expected) => {
      await letIn(rule);
      await database.db.membership.updateMany({
        where: { personId: 'vasterbotten/sprakvannerna-kontakt' },
        data: { toOn: '2019-05-05' },
      });

      const sees = async (email: string) => (await ask(email, 'kontakt umea')).includes('010-000 00 03');
      const seen = {
        coordinator: await sees(coordinator),
        umea: await sees(umea),
        reader: await asReader(() => sees(partner)),
        partner: await sees(partner),
        stranger: await sees(stranger),
      };
      expect(seen).toEqual(expected);
      await letIn('partners');
    });

    test('whoever may not is told so politely, and a stranger is greeted', async () => {
      await letIn('members');

      for (const text of ['kontakt umea', 'vem bosättning', 'ansvar bosättning', 'part umeå kommun']) {
        expect(await ask(partner, text)).toBe(
          'Kontakterna i Västerbottens län visas bara för den som är med i någon av länets grupper. Fråga länets samordnare.',
        );
        expect(await ask(stranger, text)).toContain('Jag känner inte igen dig än.');
      }
      await letIn('partners');
    });

    test('nobody sees another county’s contacts, though both share a tenant', async () => {
      for (const text of [
        'kontakt umea',
        'kontakt integrationsstrateg',
        'kontakt processledare',
        'part länsstyrelsen',
      ]) {
        expect(await ask(vimmerby, text)).not.toMatch(/vasterbotten@example/);
      }
      expect(await ask(vimmerby, 'kontakt umea')).toContain('Fråga Länsstyrelsen i Västerbottens län.');
    });

    test('of a stranger nothing is stored, and a personal number is refused', async () => {
      await letIn('public');
      const before = await database.db.incoming.count();

      expect(await ask(stranger, 'kontakt 19811218-9876')).not.toContain('9876');
      expect(await ask(stranger, 'mina')).toMatch(/Jag känner inte igen dig än\. .*Skriv "kontakt" och en kommun/);
      expect(await ask(stranger, 'kontaktlista')).toContain('Bara länets samordnare');
      expect(await database.db.incoming.count()).toBe(before);
      await letIn('partners');
    });
  });
});
