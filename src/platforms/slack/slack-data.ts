// What our buttons carry, and what comes back of it when one is pressed.
import { ButtonData } from '../../outer/button-data.ts';

export function writeData(data: ButtonData): string {
  return JSON.stringify(data);
}

/** Undefined when it is not one of ours. */
export function readData(value: string | undefined): ButtonData | undefined {
  return ButtonData.safeParse(readJson(value ?? '')).data;
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
