import type { Block, Cell, OfficialDocument } from './document.ts'

const topics = [
  'Содержание и ремонт автомобильных дорог местного значения, в том числе тротуаров и подъездов к домам',
  'Уличное освещение',
  'Вывоз твёрдых коммунальных отходов и содержание контейнерных площадок',
  'Благоустройство дворовых и общественных территорий',
  'Отопление, горячее и холодное водоснабжение',
  'Общественный транспорт: расписание, маршруты, состояние остановок',
  'Детские и спортивные площадки',
  'Безнадзорные животные',
  'Образование и детские сады',
  'Здравоохранение',
  'Энергоснабжение',
  'Связь и Интернет',
]
const channels = [
  'Портал ПОС',
  '«Инцидент Менеджмент»',
  'ВКонтакте',
  'Одноклассники',
  'MAX',
  'Телефон',
  'Личный приём',
]
const settlements = [
  'Городское поселение Заречный',
  'Берёзовское сельское поселение',
  'Староключевское сельское поселение',
  'Посёлок Новый',
  'Железнодорожная станция Разъезд 47-й километр',
]

// An even but lively run of figures; no chance in it.
const figure = (row: number, column: number, most: number) =>
  ((row * 37 + column * 61 + row * column * 7 + 13) % 97) * most * 0.01
const count = (row: number, column: number, most: number) => Math.round(figure(row, column, most))

function topicTable(number: number): Block {
  const rows = topics.map((name, row): Cell[] => {
    const received = count(row, number, 1400)
    return [
      name,
      received,
      count(row, number + 1, received),
      Math.round(figure(row, number + 2, 400) + 600) / 10,
      Math.round(figure(row, number, 900)) / 10,
    ]
  })
  const sumOf = (column: number) => rows.reduce((sum, row) => sum + Number(row[column]), 0)
  return {
    kind: 'table',
    caption: `Обращения по темам, ${number}-я неделя отчётного периода`,
    sheet: `Темы ${number}`,
    columns: [
      { name: 'Тема', kind: 'text', width: 4 },
      { name: 'Поступило', kind: 'number', sum: true },
      { name: 'Решено', kind: 'number', sum: true },
      { name: 'В срок', kind: 'percent' },
      { name: 'Среднее время ответа', kind: 'hours' },
    ],
    rows,
    total: ['Всего', sumOf(1), sumOf(2), 87.4, 31.2],
    note:
      number === 1
        ? 'Среднее время ответа считается в рабочих часах от регистрации до первого ответа жителю.'
        : null,
  }
}

function overdueTable(rows: number): Block {
  return {
    kind: 'table',
    caption: 'Вопросы, по которым срок ответа нарушен',
    sheet: 'Просроченные',
    columns: [
      { name: '№', kind: 'text', width: 0.7 },
      { name: 'Суть вопроса', kind: 'text', width: 4 },
      { name: 'Исполнитель', kind: 'text', width: 2.6 },
      { name: 'Срок', kind: 'date', width: 1.2 },
      { name: 'Просрочено', kind: 'hours', width: 1.2 },
    ],
    rows: Array.from({ length: rows }, (_, row): Cell[] => [
      `2026-${1200 + row * 7}`,
      `${topics[row % topics.length]}: ${row % 3 === 0 ? 'житель просит сообщить, когда будут завершены работы, начатые ещё летом; повторное обращение' : 'не отвечает подрядчик'}`,
      row % 2 === 0 ? 'Управление жилищно-коммунального хозяйства и транспорта' : 'МКУ «Благоустройство»',
      `2026-11-${String(2 + (row % 18)).padStart(2, '0')}`,
      Math.round(figure(row, 5, 1200)) / 10,
    ]),
    total: null,
    note: null,
  }
}

function settlementTable(): Block {
  return {
    kind: 'table',
    caption: 'Поселения и каналы',
    sheet: 'Поселения и каналы',
    columns: [
      { name: 'Поселение', kind: 'text' },
      ...channels.map((name) => ({ name, kind: 'number' as const, sum: true })),
      { name: 'Итого', kind: 'number', sum: true },
    ],
    rows: settlements.map((name, row): Cell[] => {
      const values = channels.map((_, column) => count(row, column, 300))
      return [name, ...values, values.reduce((sum, value) => sum + value, 0)]
    }),
    total: [
      'Всего',
      ...Array.from({ length: channels.length + 1 }, (_, column) =>
        settlements.reduce(
          (sum, _name, row) =>
            sum +
            (column < channels.length
              ? count(row, column, 300)
              : channels.reduce((all, _c, at) => all + count(row, at, 300), 0)),
          0,
        ),
      ),
    ],
    note: null,
  }
}

const days = ['пн 16.11', 'вт 17.11', 'ср 18.11', 'чт 19.11', 'пт 20.11', 'сб 21.11', 'вс 22.11']

/** A weekly report of an invented centre: ten tables, six figures, long names; for tests and for looking at. */
export function sampleReport(change: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    letterhead: [
      'Администрация Заречного муниципального округа',
      'Муниципальный центр управления',
      '612345, г. Заречный, ул. Набережная, д. 7, тел. (00000) 2-00-00, mcu@example.org',
    ],
    title: 'Еженедельный отчёт о работе с сообщениями и обращениями граждан',
    subtitle: 'за период с 16 по 22 ноября 2026 года',
    registration: { number: '01-12/47', date: '2026-11-23' },
    addressees: ['Главе Заречного муниципального округа', 'Образцову И. П.'],
    approval: {
      position: 'Руководитель муниципального центра управления',
      name: 'Примерова А. С.',
      moment: '2026-11-23T09:40:00+03:00',
    },
    blocks: [
      { kind: 'heading', level: 1, text: '1. Главное за неделю' },
      {
        kind: 'key-figures',
        items: [
          { name: 'Поступило', value: '1 284', change: '+96 (+8,1 %)', tone: 'even' },
          { name: 'Решено', value: '1 011', change: '+143 (+16,5 %)', tone: 'good' },
          { name: 'Ответ в срок', value: '87,4 %', change: '−2,1 п. п.', tone: 'bad' },
          { name: 'Среднее время до первого ответа', value: '31,2 ч', change: 'без изменений', tone: 'even' },
        ],
      },
      {
        kind: 'paragraph',
        text: 'За отчётную неделю в муниципальный центр управления поступило 1 284 сообщения и обращения, что на 8,1 % больше, чем неделей ранее. Рост вызван снегопадом 18 ноября: по теме «Содержание и ремонт автомобильных дорог» поступило в 2,4 раза больше обычного. Переосвидетельствование подрядных организаций, начатое в соответствии с п. 4.2 регламента, завершено в 3 из 5 поселений.',
      },
      {
        kind: 'paragraph',
        tone: 'note',
        text: 'Сравнение ведётся с предыдущей неделей, с 9 по 15 ноября 2026 года.',
      },
      {
        kind: 'list',
        items: [
          'уборка снега на ул. Набережной и ул. Советской: 214 сообщений, решено 198;',
          'отключение отопления в 6 домах посёлка Новый: аварийные работы завершены 19 ноября в 18:30;',
          'перенос остановки «Больница» согласован с перевозчиком, срок — до 1 декабря 2026 г.',
        ],
      },
      {
        kind: 'chart',
        caption: 'Поступление по дням и каналам',
        shape: 'stacked-columns',
        unit: 'ед.',
        categories: days,
        series: channels
          .slice(0, 5)
          .map((name, at) => ({ name, values: days.map((_, day) => count(day, at, 70)) })),
        description: 'Столбцы по дням недели; больше всего поступило в среду.',
      },
      { kind: 'heading', level: 1, text: '2. Темы' },
      topicTable(1),
      {
        kind: 'chart',
        caption: 'Темы по числу сообщений',
        shape: 'bars',
        unit: 'ед.',
        categories: topics,
        series: [{ name: 'Поступило', values: topics.map((_, row) => count(row, 1, 1400)) }],
        description: 'Больше всего сообщений о дорогах.',
      },
      { kind: 'heading', level: 2, text: '2.1. Динамика за четыре недели' },
      topicTable(2),
      topicTable(3),
      topicTable(4),
      {
        kind: 'chart',
        caption: 'Доля ответов в срок',
        shape: 'lines',
        unit: '%',
        categories: Array.from({ length: 12 }, (_, week) => `${week + 36} нед.`),
        series: ['Сообщения', 'Обращения (59-ФЗ)', 'Запросы информации'].map((name, at) => ({
          name,
          values: Array.from({ length: 12 }, (_, week) =>
            at === 2 && week === 4 ? null : Math.round(70 + figure(week, at, 28)),
          ),
        })),
        description: 'Три линии по неделям.',
      },
      { kind: 'heading', level: 1, text: '3. Поселения' },
      settlementTable(),
      {
        kind: 'chart',
        caption: 'Поступило и решено по поселениям',
        shape: 'columns',
        unit: 'ед.',
        categories: settlements,
        series: ['Поступило', 'Решено'].map((name, at) => ({
          name,
          values: settlements.map((_, row) => count(row, at + 2, 300)),
        })),
        description: 'По поселениям: поступило и решено.',
      },
      {
        kind: 'paragraph',
        tone: 'missing',
        text: 'Сведения о ходе ремонта водопровода не представлены управлением жилищно-коммунального хозяйства; срок представления истёк 20.11.2026.',
      },
      { kind: 'heading', level: 1, text: '4. Нарушенные сроки' },
      overdueTable(48),
      {
        kind: 'chart',
        caption: 'Нарушенные сроки по исполнителям',
        shape: 'columns',
        unit: 'ед.',
        categories: ['УЖКХ', 'УО', 'КУМИ', 'МКУ'],
        series: [{ name: 'Нарушено', values: [14, 2, 0, 7] }],
        description: 'Больше всего у управления жилищно-коммунального хозяйства.',
      },
      { kind: 'heading', level: 1, text: '5. Приложение' },
      topicTable(5),
      topicTable(6),
      topicTable(7),
      {
        kind: 'table',
        caption: 'Опросы на следующей неделе',
        sheet: 'Опросы',
        columns: [
          { name: 'Опрос', kind: 'text' },
          { name: 'Начало', kind: 'date' },
        ],
        rows: [],
        total: null,
        note: null,
      },
      {
        kind: 'chart',
        caption: 'Звонки на номер 112',
        shape: 'columns',
        unit: 'ед.',
        categories: Array.from({ length: 31 }, (_, day) => `${day + 1}.10`),
        series: [{ name: 'Звонки', values: Array.from({ length: 31 }, (_, day) => count(day, 3, 40)) }],
        description: 'По дням октября.',
      },
    ],
    signatures: [
      { position: 'Руководитель муниципального центра управления', name: 'А. С. Примерова' },
      { position: 'Ведущий специалист по аналитике', name: null },
    ],
    footer: 'Сформировано платформой «Отклик» по данным на 23.11.2026, 09:00',
    madeAt: '2026-11-23T06:41:07Z',
    ...change,
  }
}
