// English texts: the traffic lights, always shape and word, and how far an activity has come.

import { lights as swedish } from '../sv/lights.ts';
import type { Texts } from '../sv.ts';

const { shape } = swedish;
const words = { green: 'Green', yellow: 'Yellow', red: 'Red', unrated: 'Not rated' };
const meanings = {
  green: 'according to plan',
  yellow: 'some deviation',
  red: 'major deviation',
  unrated: 'no rating yet',
};
const causes = {
  green: 'the light is green',
  yellow: 'the light is yellow',
  red: 'the light is red',
  unrated: 'the light is not rated',
};

export const lights: Texts['lights'] = {
  shape,
  word: (light) => words[light],
  meaning: (light) => meanings[light],
  name: (light) => `${shape(light)} ${words[light]}`,
  explain: (light) => `${shape(light)} ${words[light]}: ${meanings[light]}`,
  cause: (light) => causes[light],

  statuses: {
    'not-started': 'Not started',
    ongoing: 'Ongoing',
    delayed: 'Delayed',
    completed: 'Completed',
    cancelled: 'Cancelled',
  },
};
