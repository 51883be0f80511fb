// Which counties are played: those of the files named, or those that come with Samverk.
import { readFile } from 'node:fs/promises';
import { type Finding, findCode, InvalidInput } from '../errors.ts';
import type { CountyFile } from '../import/county-file.ts';
import { readCountyFile } from '../import/county-yaml.ts';
import { readExamples } from '../import/load-examples.ts';
import { suggest } from '../text/nearest.ts';

/**
 * @param wanted the id of one county, or "all"
 * @throws InvalidInput where a file cannot be read, or no county has this id
 */
export async function chooseCounties(names: readonly string[], wanted: string): Promise<readonly CountyFile[]> {
  const files = names.length > 0 ? await readFiles(names) : await readExamples();
  if (wanted === 'all') return files;
  const chosen = files.filter(({ county }) => county.id === wanted);
  if (chosen.length > 0) return chosen;
  const ids = files.map(({ county }) => county.id);
  throw new InvalidInput(
    `There is no county "${wanted}".${suggest(wanted, ids)} Choose one of these, or all: ${ids.join(', ')}.`,
  );
}

async function readFiles(names: readonly string[]): Promise<readonly CountyFile[]> {
  const readings = await Promise.all(names.map(readOne));
  const findings = readings.flatMap((one) => ('findings' in one ? one.findings : []));
  const files = readings.flatMap((one) => ('file' in one ? [one.file] : []));
  const twins = files.flatMap(({ county: { id } }, at) => {
    const isTwin = files.slice(0, at).some(({ county }) => county.id === id);
    return isTwin ? [{ path: 'county.id', message: `"${id}" is the county of two files. Name one of them.` }] : [];
  });
  if (findings.length + twins.length === 0) return files;
  throw new InvalidInput('Nothing was played. Mend these and try again:', [...findings, ...twins]);
}

async function readOne(
  name: string,
): Promise<{ readonly file: CountyFile } | { readonly findings: readonly Finding[] }> {
  try {
    const reading = readCountyFile(await readFile(name, 'utf8'), name);
    if ('file' in reading) return reading;
    return {
      findings: reading.findings.map(({ file, line, column, path, message }) => ({
        path: `${file}:${line}:${column}${path === '' ? '' : ` ${path}`}`,
        message,
      })),
    };
  } catch (error) {
    const code = findCode(error);
    if (code === undefined) throw error;
    return { findings: [{ path: name, message: `Reading it failed (${code}). Check the name of the file.` }] };
  }
}
