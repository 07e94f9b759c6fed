import { channelNames, regimeNames } from './vocabulary.ts'
import { isMapping } from './paths.ts'

const sectionTitles: Record<string, string> = {
  format: 'Формат',
  centre: 'Центр',
  workingHours: 'Рабочее время',
  calendar: 'Местный календарь',
  roles: 'Роли и права',
  composition: 'Состав по должностям',
  sectorBlocks: 'Отраслевые блоки',
  substitution: 'Замещение',
  organisations: 'Организации',
  settlements: 'Населённые пункты',
  streets: 'Улицы',
  topics: 'Темы',
  routing: 'Маршруты',
  channels: 'Каналы',
  repeats: 'Похожие дела',
  appealSubtypes: 'Виды обращений',
  norms: 'Сроки',
  numbering: 'Нумерация',
  approval: 'Утверждение ответов',
  fastTrack: 'Ускоренное решение',
  indicators: 'Целевые показатели',
  ratings: 'Рейтинги',
  reports: 'Отчёты',
  reportNumbering: 'Нумерация отчётов',
  riskLevels: 'Уровни информационных рисков',
  retention: 'Сроки хранения',
  functions: 'Функции',
  basis: 'Пункты положения',
}

const fieldTitles: Record<string, string> = {
  amount: 'величина',
  basis: 'основание',
  by: 'кто',
  cases: 'типы вызовов, которые становятся делами',
  channels: 'каналы',
  count: 'число должностей',
  criteria: 'критерии',
  due: 'срок',
  email: 'адрес почты',
  extension: 'продление',
  foundingAct: 'правовой акт о создании',
  formula: 'формула',
  fourEyes: 'утверждает не автор',
  fri: 'пятница',
  from: 'с',
  head: 'руководитель',
  holidays: 'местные праздники',
  kind: 'вид',
  languages: 'языки',
  learning: 'обучение сортировки',
  limit: 'предельный срок',
  mon: 'понедельник',
  municipality: 'муниципальное образование',
  municipalityAliases: 'написания муниципального образования',
  name: 'название',
  on: 'включён',
  organisation: 'организация',
  parent: 'вышестоящий центр',
  pattern: 'шаблон',
  permissions: 'права',
  plan: 'план',
  prefix: 'приставка',
  reach: 'охват',
  regime: 'вид',
  region: 'регион',
  reminders: 'напоминания',
  requisites: 'реквизиты',
  roll: 'перенос с выходного',
  sat: 'суббота',
  secondFactor: 'второй фактор при входе',
  sectorBlock: 'отраслевой блок',
  settlements: 'населённые пункты',
  shortDayMinusMinutes: 'сокращение предпраздничного дня, минут',
  shortDays: 'сокращённые дни',
  shortName: 'краткое название',
  specialists: 'специалисты',
  start: 'начало отсчёта',
  stop: 'конец отсчёта',
  sun: 'воскресенье',
  thu: 'четверг',
  timeZone: 'часовой пояс',
  to: 'по',
  topicGroups: 'группы тем',
  topics: 'темы',
  tue: 'вторник',
  unit: 'единица',
  wed: 'среда',
  weight: 'вес',
  when: 'условия',
  withinDays: 'разница в поступлении, дней',
  workingDays: 'местные рабочие дни',
}

const retentionTitles: Record<string, string> = {
  appeals: 'обращения',
  messages: 'сообщения',
  contacts: 'контакты заявителей',
  journal: 'журнал действий',
  'read-log': 'журнал обращений к персональным данным',
  files: 'файлы',
  imports: 'загрузки',
}

/** The Russian name of a section of a charter. */
export function sectionTitle(section: string): string {
  return sectionTitles[section] ?? section
}

/** The Russian name of a field, or the field itself where it has none. */
export function fieldTitle(field: string): string {
  return fieldTitles[field] ?? field
}

/** What a value of a charter is called: its own name, or that of the thing its path stands for. */
export function nameOfValue(path: string, value: unknown): string {
  if (isMapping(value)) {
    for (const field of ['name', 'title', 'text'] as const) {
      if (typeof value[field] === 'string') return value[field]
    }
  }
  const [section = '', ...rest] = path.split('.')
  const last = rest.join('.')
  if (section === 'channels') return (channelNames as Record<string, string>)[last] ?? last
  if (section === 'numbering') return (regimeNames as Record<string, string>)[last] ?? last
  if (section === 'retention') return retentionTitles[last] ?? last
  if (section === 'approval' && isMapping(value)) return approvalTitle(value.regime)
  if (last === '') return sectionTitle(section)
  return fieldTitle(rest.at(-1) ?? last)
}

function approvalTitle(regime: unknown): string {
  return typeof regime === 'string' ? ((regimeNames as Record<string, string>)[regime] ?? regime) : 'все виды'
}
