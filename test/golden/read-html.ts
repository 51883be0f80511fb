// What a reader finds on a page of the room: its words, line by line, with what can be pressed in brackets.
import { textsIn } from '../../src/text/texts.ts';

const LIGHTS = ['green', 'yellow', 'red'] as const;

/** Of the questions of a form that is not open yet, only what opens it. */
export function readHtml(html: string): string {
  const { shape } = textsIn('sv').lights;
  const lit = LIGHTS.reduce(
    (text, light) => text.replace(new RegExp(`<svg class="light light-${light}".*?</svg>`, 'gs'), `${shape(light)} `),
    html,
  );
  const lines = lit
    .replace(/<details.*?<summary[^>]*>(.*?)<\/summary>.*?<\/details>/gs, '\n[$1]\n')
    .replace(/<button[^>]*>(.*?)<\/button>/gs, '\n[$1]\n')
    .replace(/<a class="ds-button"[^>]*>(.*?)<\/a>/gs, '\n[$1]\n')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, '\n$2: $1\n')
    .replace(/<div class="ds-alert[^>]*data-color="(\w+)"[^>]*>/g, '\n($1) ')
    .replace(/<progress value="(\d+)" max="(\d+)"[^>]*>/g, '\n($1/$2)\n')
    .replace(/\(warning\) <p[^>]*>|\(info\) <p[^>]*>|\(success\) <p[^>]*>/g, (found) => found.replace(/<p[^>]*>/, ''))
    .replace(/<\/dt>\s*<dd[^>]*>/g, ': ')
    .replace(/<li[^>]*>/g, '\n- ')
    .replace(/<\/?(p|div|h2|h3|ul|dl|form|article|li|dd)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());
  return lines.filter((line) => line !== '').join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};
