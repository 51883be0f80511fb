// Local mode: which county, and whom to be at its desk?
import type { Role } from '../../../directory/may.ts';
import { compareText } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { DESK } from '../desk-setting.ts';
import type { Choice, LocalChoice } from './local-people.ts';

type ChoosePersonProps = LocalChoice & { readonly language: Language };

const ORDER = ['coordinator', 'operator', 'reader', 'convener', 'member'] as const satisfies readonly Role[];

export function ChoosePerson({ counties, county, choices, language }: ChoosePersonProps) {
  const { local } = textsIn(language).signIn;
  if (!county) {
    return (
      <nav class="stack" aria-label={local.county}>
        <p>{local.explain}</p>
        <ul class="plain tiles">
          {counties.map(({ id, name }) => (
            <li key={id} class="ds-card card whole">
              <a class="ds-link" href={`${DESK}/in?county=${encodeURIComponent(id)}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    );
  }
  return (
    <form method="post" action={`${DESK}/be`} class="stack">
      <p>{local.person(county.name)}</p>
      <input type="hidden" name="county" value={county.id} />
      {ORDER.map((role) => (
        <RoleChoices key={role} role={role} choices={choices.filter((one) => one.role === role)} language={language} />
      ))}
    </form>
  );
}

interface RoleChoicesProps {
  readonly role: Role;
  readonly choices: readonly Choice[];
  readonly language: Language;
}

function RoleChoices({ role, choices, language }: RoleChoicesProps) {
  if (choices.length === 0) return null;
  const { local, roles } = textsIn(language).signIn;
  const sorted = choices.toSorted((a, b) => compareText(describe(a), describe(b), language));
  return (
    <details class="ds-details" data-color="neutral" open={role !== 'member'}>
      <summary>
        <strong>{roles[role]}</strong>
      </summary>
      <ul class="plain">
        {sorted.map((choice) => (
          <li key={choice.person.id} class="row spread line">
            <span>{describe(choice)}</span>
            <button class="ds-button" data-variant="secondary" type="submit" name="person" value={choice.person.id}>
              {local.be}
              <span class="ds-sr-only"> {local.as(describe(choice))}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function describe({ person, organisation }: Choice): string {
  return `${person.title}, ${organisation}`;
}
