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
