import type { Random } from '../random.ts'

/** How a person writes in a channel. */
export type Voice = 'social' | 'polite' | 'formal' | 'call' | 'app'

const hellos = [
  'Здравствуйте!',
  'Добрый день!',
  'Добрый вечер.',
  'Доброе утро!',
  'Здравствуйте.',
  'День добрый.',
]
const formalHellos = [
  'Уважаемая администрация!',
  'Обращаюсь к вам в очередной раз.',
  'Прошу рассмотреть моё обращение.',
  'Вынуждены обратиться к вам всем домом.',
  'В администрацию округа.',
]
const calls = [
  'Звонок жителя:',
  'Заявитель сообщает:',
  'По телефону:',
  'Житель сообщает:',
  'Звонит женщина:',
  'Звонит мужчина:',
]
const moods = [
  'Сил нет терпеть.',
  'Куда смотрит администрация?',
  'Сколько можно!',
  'Надежды уже никакой.',
  'Так жить нельзя.',
  'Обидно за наш город.',
  'Никому ничего не надо.',
  'Ждём, что кто-нибудь покалечится?',
  'Каждый год одно и то же.',
  'Платим исправно, а толку ноль.',
  'Понимаю, что работы много, но всё же.',
  'Соседи подтвердят.',
]
const asks = [
  'Примите меры, пожалуйста.',
  'Прошу разобраться.',
  'Когда это исправят?',
  'Подскажите, куда ещё обращаться?',
  'Очень просим помочь.',
  'Пришлите кого-нибудь посмотреть.',
  'Жду ответа с конкретной датой.',
  'Только не отписку, пожалуйста.',
  'Назовите срок.',
  'Будем благодарны за помощь.',
  'Просим взять на контроль.',
  'Сделайте уже что-нибудь!',
]
const details = [
  'Звонили в диспетчерскую, обещали и не приехали.',
  'Фото могу прислать.',
  'Уже писали об этом весной.',
  'Заявку приняли, номер не назвали.',
  'В соседнем дворе всё сделали, а про нас забыли.',
  'Управляющая говорит, что это не к ней.',
  'Вчера приезжали, постояли и уехали.',
  'Это видно всем, кто проходит мимо.',
  'Проблема не первый год.',
  'У нас на улице почти одни пенсионеры.',
  'На прошлой неделе стало хуже.',
  'Мы и сами готовы помочь, если привезут материал.',
]
const formalEnds = [
  'О принятом решении прошу сообщить письменно.',
  'Ответ прошу направить на электронную почту.',
  'Прошу провести проверку и сообщить о результатах.',
  'Прошу обязать исполнителя устранить нарушение.',
  'Копию обращения оставляю у себя.',
]
const typos: readonly (readonly [RegExp, string])[] = [
  [/здравствуйте/gi, 'здраствуйте'],
  [/пожалуйста/gi, 'пожалуста'],
  [/подъезд/gi, 'подьезд'],
  [/невозможно/gi, 'не возможно'],
  [/вообще/gi, 'вобще'],
  [/кто-нибудь/gi, 'кто нибудь'],
  [/сделайте/gi, 'зделайте'],
  [/не работает/gi, 'неработает'],
  [/приезжа/gi, 'приежа'],
  [/сколько можно/gi, 'скока можно'],
  [/что-то/gi, 'чтото'],
  [/ничего/gi, 'ниче'],
]

const sentence = (text: string) => {
  const [first = '', ...rest] = text
  const whole = first.toUpperCase() + rest.join('')
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`
}

/** Says one core thought the way somebody writes in that voice; each call is another person. */
export function say(core: string, voice: Voice, random: Random): string {
  const extras = (share: number, list: readonly string[]) => (random.chance(share) ? [random.pick(list)] : [])
  if (voice === 'call')
    return [random.pick(calls), core.replace(/[.!]+$/, ''), ...extras(0.2, details)].join(' ')
  if (voice === 'app') return random.chance(0.5) ? core : sentence(core)
  if (voice === 'formal') {
    return [
      random.pick(formalHellos),
      sentence(core),
      ...extras(0.7, details),
      ...extras(0.4, moods),
      ...extras(0.5, asks),
      ...extras(0.8, formalEnds),
    ].join(' ')
  }
  if (voice === 'polite') {
    return [
      ...extras(0.75, hellos),
      sentence(core),
      ...extras(0.35, details),
      ...extras(0.2, moods),
      ...extras(0.7, asks),
    ].join(' ')
  }
  const text = [
    ...extras(0.25, hellos),
    random.chance(0.5) ? sentence(core) : core,
    ...extras(0.15, details),
    ...extras(0.35, moods),
    ...extras(0.3, asks),
  ].join(' ')
  return untidy(text, random)
}

function untidy(text: string, random: Random): string {
  let now = text
  if (random.chance(0.3)) now = now.toLowerCase()
  if (random.chance(0.35)) now = now.replaceAll('ё', 'е')
  if (random.chance(0.2)) now = now.replaceAll(',', '')
  if (random.chance(0.15)) now = now.replace(/[.!]$/, '!!!')
  if (random.chance(0.1)) now = now.replace(/\?$/, '???')
  if (random.chance(0.3)) {
    for (const [right, wrong] of typos) now = now.replace(right, wrong)
  }
  if (random.chance(0.06)) now = `${now} ${random.pick(['😡', '🤦', '🙏', '😢'])}`
  if (random.chance(0.04)) now = now.toUpperCase()
  return now
}
