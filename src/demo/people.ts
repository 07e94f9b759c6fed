/** A person of the demo centre: an invented name, a position and a role of its charter; signs in by one click. */
export interface DemoPerson {
  login: string
  name: string
  position: string
  role: string
  sectorBlock: string | null
  organisation: string | null
}

const person = (
  login: string,
  name: string,
  position: string,
  role: string,
  place: { block?: string; organisation?: string } = {},
): DemoPerson => ({
  login,
  name,
  position,
  role,
  sectorBlock: place.block ?? null,
  organisation: place.organisation ?? null,
})

/** Everybody who works in the demo centre, each role at least once. Surnames are made of the invented town's own names. */
export function demoPeople(): DemoPerson[] {
  return [
    person('head', 'Вера Светлобережская', 'Руководитель МЦУ', 'head'),
    person('specialist', 'Таисия Троеручейная', 'Специалист МЦУ', 'specialist'),
    person('specialist2', 'Глеб Долгогрядский', 'Специалист МЦУ', 'specialist'),
    person('specialist3', 'Зоя Кедроскатова', 'Специалист МЦУ', 'specialist'),
    person('deputy', 'Борис Перекатнинский', 'Начальник отдела информационной политики', 'deputy', {
      organisation: 'press',
    }),
    person('curator', 'Игнат Лебяжнинский', 'Заместитель главы округа', 'curator'),
    person('block-head', 'Майя Излучкина-Береговая', 'Директор Службы городского хозяйства', 'block-head', {
      block: 'housing',
      organisation: 'town-service',
    }),
    person(
      'block-specialist',
      'Лев Журавлегатский',
      'Главный инженер Лебяжнинского водоканала',
      'block-specialist',
      { block: 'housing', organisation: 'waterworks' },
    ),
    person('amenities', 'Рита Заречнобережная', 'Мастер Службы городского хозяйства', 'block-specialist', {
      block: 'amenities',
      organisation: 'town-service',
    }),
    person('roads-head', 'Фома Мостосветлов', 'Начальник Светлобережского дорожного участка', 'block-head', {
      block: 'roads',
      organisation: 'roads',
    }),
    person('roads', 'Дина Озёрномысова', 'Диспетчер автобусного парка', 'block-specialist', {
      block: 'roads',
      organisation: 'buses',
    }),
    person('education', 'Алла Кораблимысова', 'Начальник управления образования', 'block-head', {
      block: 'education',
      organisation: 'education',
    }),
    person('social', 'Нил Плёсобрегов', 'Заместитель директора Центра социальной поддержки', 'block-head', {
      block: 'social',
      organisation: 'social',
    }),
    person('duty', 'Клим Ночебрегов', 'Оперативный дежурный ЕДДС', 'duty', { organisation: 'dispatch' }),
    person('analyst', 'Ася Числобрегова', 'Аналитик МЦУ', 'analyst'),
    person('admin', 'Юлий Ключебрегов', 'Системный администратор администрации', 'administrator', {
      organisation: 'administration',
    }),
  ]
}

const ofBlock: Readonly<Record<string, readonly string[]>> = {
  housing: ['block-specialist', 'block-head', 'specialist', 'specialist2'],
  amenities: ['amenities', 'specialist', 'specialist3'],
  roads: ['roads', 'roads-head', 'specialist2'],
  education: ['education', 'specialist3'],
  social: ['social', 'specialist2'],
}
const others = ['specialist', 'specialist2', 'specialist3'] as const

/** Logins of those who work on the cases of a sector block. */
export function workersOf(sectorBlock: string | null): readonly string[] {
  return (sectorBlock === null ? undefined : ofBlock[sectorBlock]) ?? others
}
