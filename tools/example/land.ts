import type { Metres } from './geometry.ts'

/** Quarters of the town by the corners of their outline. */
export const districts: { code: string; name: string; ring: Metres[] }[] = [
  {
    code: 'centre',
    name: 'Центр',
    ring: [
      [-1800, 90],
      [1250, 90],
      [1250, 1370],
      [-1800, 1370],
    ],
  },
  {
    code: 'north',
    name: 'Северный',
    ring: [
      [-1800, 1370],
      [1250, 1370],
      [1250, 2480],
      [-1800, 2480],
    ],
  },
  {
    code: 'factory',
    name: 'Заводской',
    ring: [
      [1250, 90],
      [2150, 90],
      [2150, 2480],
      [1250, 2480],
    ],
  },
  {
    code: 'beyond-river',
    name: 'Заречье',
    ring: [
      [-1050, -1100],
      [1050, -1100],
      [1050, -110],
      [-1050, -110],
    ],
  },
]

/** Green places. */
export const parks: { name: string; ring: Metres[] }[] = [
  {
    name: 'Парк «Берёзовый мыс»',
    ring: [
      [620, 1000],
      [860, 1000],
      [860, 1480],
      [620, 1480],
    ],
  },
  {
    name: 'Сквер Речников',
    ring: [
      [-110, 200],
      [180, 200],
      [180, 390],
      [-110, 390],
    ],
  },
  {
    name: 'Сквер «Три кедра»',
    ring: [
      [-440, 1560],
      [-190, 1560],
      [-190, 1770],
      [-440, 1770],
    ],
  },
  {
    name: 'Заречный бор',
    ring: [
      [-1000, -1080],
      [-640, -1080],
      [-640, -620],
      [-1000, -620],
    ],
  },
]

/** Middle line of the river Лебяжна and its half-width in metres. */
export const river: { name: string; line: Metres[]; half: number } = {
  name: 'река Лебяжна',
  half: 62,
  line: [
    [-9000, -1700],
    [-5600, -900],
    [-3000, -120],
    [-1500, 10],
    [0, 0],
    [1500, -10],
    [2900, 240],
    [5600, -300],
    [9500, -2300],
  ],
}

export const lakes: { name: string; middle: Metres; radius: number }[] = [
  { name: 'озеро Светлое', middle: [2700, 2100], radius: 430 },
  { name: 'пруд Мельничный', middle: [-1900, 760], radius: 130 },
]

export const railway: Metres[] = [
  [-9000, 3300],
  [-3000, 2560],
  [0, 2520],
  [2400, 2560],
  [9500, 3500],
]

/** Roads out of town: to each settlement from the nearest end of a street. */
export const roads: { name: string; line: Metres[] }[] = [
  {
    name: 'дорога на Троеручейно',
    line: [
      [-1700, 690],
      [-3600, 1400],
      [-7200, 3100],
    ],
  },
  {
    name: 'дорога на Долгогрядье',
    line: [
      [1300, 2360],
      [3200, 3100],
      [6100, 4700],
    ],
  },
  {
    name: 'дорога на Малую Излучку',
    line: [
      [-900, -340],
      [-2600, -1500],
      [-4300, -2600],
    ],
  },
  {
    name: 'дорога на Журавлегатку',
    line: [
      [1250, 170],
      [3300, 900],
      [5600, 300],
      [8300, -1500],
    ],
  },
  {
    name: 'дорога на Кедроскат',
    line: [
      [-150, 2360],
      [300, 4600],
      [1700, 8200],
    ],
  },
  {
    name: 'дорога на Перекатнино',
    line: [
      [-150, -1000],
      [900, -2900],
      [3600, -5200],
    ],
  },
  {
    name: 'мост через Лебяжну',
    line: [
      [-150, 170],
      [-150, -150],
    ],
  },
]

/** Places that people name instead of an address. */
export const landmarks: { name: string; at: Metres }[] = [
  { name: 'Администрация округа', at: [-60, 720] },
  { name: 'Школа № 1', at: [-640, 990] },
  { name: 'Школа № 3', at: [300, 1850] },
  { name: 'Детский сад «Кораблик»', at: [-980, 1260] },
  { name: 'Детский сад «Росинка»', at: [760, 1850] },
  { name: 'Светлобережская больница', at: [250, 1100] },
  { name: 'Станция Светлобережск', at: [60, 2430] },
  { name: 'Дом культуры «Лебедь»', at: [450, 560] },
  { name: 'Стадион «Плёс»', at: [700, 1760] },
  { name: 'Рынок «Ярмарочный»', at: [640, 470] },
  { name: 'Лодочная переправа', at: [360, -130] },
]
