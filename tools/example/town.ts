import type { Metres } from './geometry.ts'

/** A street as drawn on the board: corners in metres, `plot` the front of one plot of land. */
export interface DrawnStreet {
  settlement: string
  kind: string
  name: string
  aliases?: string[]
  corners: Metres[]
  plot: number
}

export interface DrawnSettlement {
  code: string
  name: string
  kind: string
  aliases: string[]
  at: Metres
}

const town = 'svetloberezhsk'

/** The town and the six settlements round it; none of them is on any map but this one. */
export const settlements: DrawnSettlement[] = [
  {
    code: town,
    name: 'Светлобережск',
    kind: 'город',
    aliases: ['г. Светлобережск', 'Светлобережск г'],
    at: [0, 900],
  },
  {
    code: 'troerucheyno',
    name: 'Троеручейно',
    kind: 'село',
    aliases: ['с. Троеручейно'],
    at: [-7200, 3100],
  },
  {
    code: 'dolgogryadye',
    name: 'Долгогрядье',
    kind: 'деревня',
    aliases: ['д. Долгогрядье'],
    at: [6100, 4700],
  },
  {
    code: 'malaya-izluchka',
    name: 'Малая Излучка',
    kind: 'деревня',
    aliases: ['д. Малая Излучка'],
    at: [-4300, -2600],
  },
  {
    code: 'zhuravlegatka',
    name: 'Журавлегатка',
    kind: 'посёлок',
    aliases: ['п. Журавлегатка', 'пос. Журавлегатка'],
    at: [8300, -1500],
  },
  {
    code: 'kedroskat',
    name: 'Кедроскат',
    kind: 'посёлок',
    aliases: ['п. Кедроскат'],
    at: [1700, 8200],
  },
  {
    code: 'perekatnino',
    name: 'Перекатнино',
    kind: 'деревня',
    aliases: ['д. Перекатнино'],
    at: [3600, -5200],
  },
]

const street = (
  name: string,
  from: Metres,
  to: Metres,
  options: Partial<Pick<DrawnStreet, 'kind' | 'plot' | 'aliases' | 'settlement'>> = {},
): DrawnStreet => ({
  settlement: town,
  kind: 'улица',
  plot: 46,
  name,
  ...options,
  corners: [from, to],
})

/** Streets of the town: along the river first, then across it, then those beyond it. */
export const townStreets: DrawnStreet[] = [
  street('Набережная', [-1500, 170], [1250, 170]),
  street('Рыбацкая', [-1600, 420], [-250, 420]),
  street('Ярмарочная', [-60, 420], [1260, 420]),
  street('Озёрный', [-1700, 690], [1620, 690], { kind: 'проспект', plot: 74, aliases: ['Озерный пр-т'] }),
  street('Школьная', [-1420, 960], [880, 960]),
  street('Садовая', [-1660, 1230], [1100, 1230]),
  street('Молодёжный', [-1150, 1520], [1700, 1520], { kind: 'проспект', plot: 78 }),
  street('Строителей', [-900, 1800], [1500, 1800], { plot: 76 }),
  street('Звёздная', [-700, 2080], [1260, 2080], { plot: 76 }),
  street('Вокзальная', [-1000, 2360], [1300, 2360]),
  street('Мельничная', [-1500, 190], [-1500, 1230]),
  street('Кузнечная', [-1150, 190], [-1150, 1520]),
  street('Гончарная', [-800, 190], [-800, 1520]),
  street('Тихий', [-480, 700], [-480, 1230], { kind: 'переулок' }),
  street('Центральная', [-150, 170], [-150, 2360], { plot: 64 }),
  street('Больничная', [220, 430], [220, 1800]),
  street('Клубный', [420, 190], [420, 690], { kind: 'переулок' }),
  street('Парковая', [580, 430], [580, 2080], { plot: 60 }),
  street('Сиреневый', [900, 700], [900, 1800], { kind: 'бульвар', plot: 62, aliases: ['Сиреневый б-р'] }),
  street('Заводская', [1290, 190], [1290, 2360]),
  street('Северная', [1600, 700], [1600, 1520]),
  street('Промышленный', [1300, 1130], [2050, 1130], { kind: 'проезд', plot: 90 }),
  street('Солнечная', [-1660, 1700], [-1000, 2250]),
  street('Рябиновая', [-1500, 1520], [-940, 1980]),
  street('Луговая', [-900, -340], [900, -340]),
  street('Заливная', [-800, -590], [720, -590]),
  street('Яблоневая', [-620, -840], [600, -840]),
  street('Мостовая', [-150, -150], [-150, -1000]),
  street('Лодочная', [350, -180], [350, -980]),
  street('Сосновая', [-550, -200], [-550, -840]),
]

const villageStreets: Record<string, string[]> = {
  troerucheyno: ['Центральная', 'Ключевая', 'Хуторская'],
  dolgogryadye: ['Полевая', 'Трактовая'],
  'malaya-izluchka': ['Береговая', 'Луговая'],
  zhuravlegatka: ['Лесная', 'Торфяная', 'Клубная'],
  kedroskat: ['Кедровая', 'Лесная'],
  perekatnino: ['Речная', 'Садовая'],
}

/** Streets of the settlements, side by side, 170 metres apart. */
export const settlementStreets: DrawnStreet[] = settlements.flatMap(({ code, at: [x, y] }) =>
  (villageStreets[code] ?? []).map((name, i) =>
    street(name, [x - 300 + i * 40, y - i * 170], [x + 310 - i * 50, y + 70 - i * 170], {
      settlement: code,
      plot: 54,
    }),
  ),
)

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
