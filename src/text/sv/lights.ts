// Swedish texts: the traffic lights, always shape and word, and how far an activity has come.
const shapes = { green: '●', yellow: '▲', red: '■', unrated: '○' };
const words = { green: 'Grön', yellow: 'Gul', red: 'Röd', unrated: 'Ej bedömd' };
const meanings = {
  green: 'enligt plan',
  yellow: 'viss avvikelse',
  red: 'stor avvikelse',
  unrated: 'ingen bedömning än',
};
const causes = {
  green: 'ljuset är grönt',
  yellow: 'ljuset är gult',
  red: 'ljuset är rött',
  unrated: 'ljuset inte är bedömt',
};

type Light = keyof typeof words;

export const lights = {
  shape: (light: Light) => shapes[light],
  word: (light: Light) => words[light],
  meaning: (light: Light) => meanings[light],
  /** "▲ Gul": never the one without the other. */
  name: (light: Light) => `${shapes[light]} ${words[light]}`,
  /** "▲ Gul: viss avvikelse". */
  explain: (light: Light) => `${shapes[light]} ${words[light]}: ${meanings[light]}`,
  /** What comes after "när": "ljuset är gult". */
  cause: (light: Light) => causes[light],

  statuses: {
    'not-started': 'Ej påbörjad',
    ongoing: 'Pågår',
    delayed: 'Försenad',
    completed: 'Avslutad',
    cancelled: 'Utgår',
  },
};
