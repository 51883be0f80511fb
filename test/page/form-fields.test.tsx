import { describe, expect, test } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import type { AnswerValue, Field, FieldFault } from '../../src/message/form.ts';
import { FormFields } from '../../src/page/form-fields.tsx';

const light: Field = { kind: 'light', key: 'light', label: 'Läge', required: true };

const text = (rest: Partial<Extract<Field, { kind: 'text' }>> = {}): Field => ({
  kind: 'text',
  key: 'comment',
  label: 'Kommentar',
  required: false,
  maxLength: 500,
  isLong: false,
  ...rest,
});

interface Filled {
  readonly values?: Readonly<Record<string, AnswerValue>>;
  readonly faults?: readonly FieldFault[];
  readonly language?: 'sv' | 'en';
}

function render(fields: readonly Field[], { values = {}, faults = [], language = 'sv' }: Filled = {}): string {
  return renderToString(<FormFields form={{ fields }} prefix="f" {...{ values, faults, language }} />);
}

describe('a form as fields', () => {
  test('a line has its label, its limit in words, and no limit that would cut', () => {
    const html = render([text()]);

    expect(html).toContain('<label class="ds-label" for="f-comment">Kommentar');
    expect(html).toContain('Högst 500 tecken.');
    expect(html).not.toContain('maxlength');
  });

  test('a time of day is short by itself', () => {
    expect(render([text({ format: 'time', help: 'Skriv till exempel 13.00.' })])).not.toContain('Högst');
  });

  test('what may be left out says so, what must be answered says it to screen readers', () => {
    expect(render([text()])).toContain('(frivilligt)');
    const html = render([text({ required: true })]);
    expect(html).not.toContain('(frivilligt)');
    expect(html).toContain('aria-required="true"');
  });

  test('a condition is said in words, with the lights by shape and word', () => {
    const whenYellow = { field: 'light', isOneOf: ['yellow', 'red'] };

    const needed = render([light, text({ required: whenYellow })]);
    const shown = render([light, text({ shownWhen: whenYellow, required: whenYellow })]);

    expect(needed).toContain('Behövs om du svarar ▲ Gul eller ■ Röd på ”Läge”.');
    expect(shown).toContain('Fyll bara i om du svarar ▲ Gul eller ■ Röd på ”Läge”.');
    expect(shown).not.toContain('Behövs om');
    expect(shown).toContain('data-shown-field="light" data-shown-values="[&quot;yellow&quot;,&quot;red&quot;]"');
  });

  test('a fault stands at its field and is its description', () => {
    const html = render([text({ help: 'Vad har hänt?' })], {
      values: { comment: 'x' },
      faults: [{ field: 'comment', message: 'Korta texten.' }],
    });

    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="f-comment-help f-comment-fault"');
    expect(html).toContain('<p id="f-comment-fault" class="ds-validation-message">Korta texten.</p>');
    expect(html).toContain('value="x"');
  });

  test('a light is a choice between shape and word, and one of them may stand there already', () => {
    const html = render([light], { values: { light: 'yellow' } });

    expect(html).toContain('role="radiogroup" aria-required="true"');
    expect(html.match(/type="radio"/g)).toHaveLength(4);
    expect(html.match(/<svg class="light/g)).toHaveLength(4);
    expect(html).toMatch(/value="yellow" checked/);
  });

  test('few options are buttons to choose between, many are a list', () => {
    const options = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ value: `${index}`, label: `Val ${index}` }));
    const choice = (count: number): Field => ({
      kind: 'choice',
      key: 'choice',
      label: 'Val',
      required: true,
      options: options(count),
    });

    expect(render([choice(7)])).toContain('type="radio"');
    expect(render([choice(8)], { values: { choice: '3' } })).toMatch(/<select[\s\S]*<option value="3" selected>/);
  });

  test('several can be chosen, and those that were stay chosen', () => {
    const choices: Field = {
      kind: 'choices',
      key: 'themes',
      label: 'Områden',
      required: true,
      options: [
        { value: 'a', label: 'Språk' },
        { value: 'b', label: 'Hälsa' },
      ],
    };

    expect(render([choices], { values: { themes: ['b'] } })).toMatch(/value="b" checked/);
    expect(render([choices], { values: { themes: 'a' } })).toMatch(/value="a" checked/);
    expect(render([choices])).toContain('Du kan välja flera.');
  });

  test('a number stands as it is written in the language, with its unit and its limits', () => {
    const number: Field = {
      kind: 'number',
      key: 'money',
      label: 'Belopp',
      required: true,
      isWhole: false,
      min: 0.5,
      unit: 'mnkr',
    };

    const html = render([number], { values: { money: 12.5 } });

    expect(html).toContain('Belopp (mnkr)');
    expect(html).toContain('value="12,5"');
    expect(html).toContain('Minst 0,5.');
    expect(render([number], { values: { money: 12.5 }, language: 'en' })).toContain('value="12.5"');
  });

  test('what is typed stays text', () => {
    const html = render([text({ isLong: true, label: '<b>Fet</b>' })], { values: { comment: '</textarea><script>' } });

    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>');
  });

  test('a form where people write reminds them to name nobody', () => {
    expect(render([text()])).toContain('Skriv inga uppgifter om enskilda personer.');
    expect(render([light])).not.toContain('enskilda personer');
  });
});
