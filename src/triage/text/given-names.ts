// Nominatives; the forms are made below. Short forms that are also common words (Света, Лада, Рая, Поля) are left out.
const male =
  'Абрам Авдей Адам Азат Айдар Айрат Аким Алан Александр Алексей Али Альберт Альфред Анатолий Андрей Антон Аркадий ' +
  'Арман Армен Арсен Арсений Артём Артур Архип Асхат Ахмед Ахмет Ашот Богдан Борис Бронислав Вадим Валентин Валерий ' +
  'Василий Вениамин Виктор Виталий Владимир Владислав Владлен Всеволод Вячеслав Гаврил Гарик Геннадий Генрих Георгий ' +
  'Герасим Герман Глеб Григорий Давид Дамир Даниил Данил Данила Дементий Демид Демьян Денис Джамал Дмитрий Евгений Евдоким ' +
  'Евсей Егор Ерофей Ефим Ефрем Захар Игнат Игнатий Игорь Ильдар Илья Ильнур Иннокентий Иосиф Ипполит Иса Искандер Ислам ' +
  'Камиль Карен Карим Касьян Ким Кирилл Клим Климент Кондрат Константин Корней Кузьма Лаврентий Леонид Леонтий Лука Магомед ' +
  'Макар Максим Марат Марк Мартын Матвей Мирон Митрофан Михаил Модест Мурат Муслим Мухаммад Назар Наиль Наум Никита ' +
  'Никифор Никодим Николай Олег Оскар Остап Пантелей Платон Порфирий Потап Прохор Равиль Радий Радик Рамазан Рамиль Расул ' +
  'Рафаил Рафик Рашид Ренат Ринат Роберт Родион Роман Ростислав Руслан Рустам Савва Савелий Самуил Святослав Севастьян ' +
  'Семён Серафим Сергей Соломон Спартак Станислав Степан Тарас Терентий Тимофей Тимур Тихон Трофим Умар Фазиль Фарид ' +
  'Фёдор Федот Феликс Филипп Фома Фрол Харитон Хасан Эдгар Эдуард Эльдар Эмиль Эммануил Эрик Юлиан Юлий Юрий Яков Ян ' +
  'Ярослав Гриша Дима Вова Ваня Саша Паша Миша Коля Толя Петя Митя Юра Костя Гена Лёша Гоша Женя Валера Сева Жора Витя Стас'
const female =
  'Аглая Агния Аделина Аида Аксинья Алевтина Александра Алёна Алина Алиса Алия Алла Алсу Альбина Альфия Амина Анастасия ' +
  'Ангелина Анжела Анжелика Анисья Анна Антонина Анфиса Арина Ася Аурика Валентина Валерия Варвара Василиса ' +
  'Вероника Виктория Виолетта Виталия Владислава Галина Глафира Гузель Гульнара Гульназ Дарина Дарья Джамиля Диана Дина ' +
  'Динара Доминика Ева Евгения Евдокия Екатерина Елена Елизавета Жанна Зарина Земфира Зинаида Злата Зоя Зульфия Инга Инесса ' +
  'Инна Иоанна Ираида Ирина Ирма Камилла Капитолина Карина Каролина Кира Клавдия Клара Кристина Ксения Лариса Лейла ' +
  'Леся Лиана Лидия Лилиана Лина Лия Луиза Людмила Майя Мадина Маргарита Марианна Марина Мария Марта Марфа Марьям Матрёна Милана ' +
  'Милена Надежда Наиля Нана Наталия Наталья Нелли Ника Нина Нинель Нонна Оксана Олеся Ольга Патимат Пелагея Полина Прасковья ' +
  'Раиса Рашида Регина Рената Римма Рита Роксана Руслана Руфина Сабина Саида Светлана Серафима Снежана София Софья ' +
  'Стелла Стефания Сусанна Таисия Тамара Татьяна Ульяна Фаина Фатима Фёкла Фируза Эвелина Элеонора Элина Эльвира Эльза ' +
  'Эльмира Эмилия Эмма Эрика Юлиана Юлия Яна Ярослава Аня Таня Катя Маша Даша Наташа Оля Юля Лена Лиза Ксюша Настя Ира Галя ' +
  'Люда Валя Лариса Тоня Соня Зина Лида Нюра Нина Люся'
// Common words as well: a name only beside a surname, a patronymic or words of introduction.
const doubtful =
  'Вера Любовь Надежда Роза Лилия Лев Слава Марк Роман Майя Виктория Клим Ким Злата Ислам Данила Нана Ника Иса Али Карен Радик Спартак Адам Марта Рената'

const irregular: Readonly<Record<string, readonly string[]>> = {
  Павел: ['Павел', 'Павла', 'Павлу', 'Павлом', 'Павле'],
  Пётр: ['Пётр', 'Петра', 'Петру', 'Петром', 'Петре'],
  Лев: ['Лев', 'Льва', 'Льву', 'Львом', 'Льве'],
  Любовь: ['Любовь', 'Любови', 'Любовью'],
  Нелли: ['Нелли'],
  Али: ['Али'],
  Алсу: ['Алсу'],
}

function forms(name: string): readonly string[] {
  const fixed = irregular[name]
  if (fixed !== undefined) return fixed
  const stem = name.slice(0, -1)
  const endings: Readonly<Record<string, readonly string[]>> = {
    а: [
      'а',
      /[гкхжшчщ]а$/.test(name) ? 'и' : 'ы',
      'е',
      'у',
      'ой',
      'ою',
      ...(/[жшчщ]а$/.test(name) ? ['ей'] : []),
    ],
    я: ['я', 'и', 'е', 'ю', 'ей', 'ею', 'ёй'],
    й: ['й', 'я', 'ю', 'ем', 'е', 'и'],
    ь: ['ь', 'я', 'и', 'ю', 'ем', 'е'],
  }
  const own = endings[name.slice(-1)]
  return own === undefined ? ['', 'а', 'у', 'ом', 'е'].map((end) => name + end) : own.map((end) => stem + end)
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}

function patronymicStems(name: string): readonly string[] {
  const last = name.slice(-1)
  const stem = name.slice(0, -1)
  if (name === 'Павел') return ['Павлов']
  if (name === 'Пётр') return ['Петров']
  if (name === 'Лев') return ['Львов']
  if (name.endsWith('ий')) return [`${name.slice(0, -2)}ьев`, `${name.slice(0, -2)}иев`]
  if (last === 'й' || last === 'ь') return [`${stem}ев`]
  if (last === 'а' || last === 'я') return []
  return [`${name}ов`]
}

const males = [...male.split(' '), 'Павел', 'Пётр', 'Лев']
const doubtfulForms = new Set(doubtful.split(' ').flatMap(forms).map(fold))

/** Forms of given names in every case, folded (lower case, ё as е). */
export const givenForms: ReadonlySet<string> = new Set(
  [...males, ...female.split(' '), ...doubtful.split(' ')].flatMap(forms).map(fold),
)

/** Is this folded form also a common word, so that it is no name by itself? */
export function isDoubtfulName(folded: string): boolean {
  return doubtfulForms.has(folded)
}

const maleEnds = ['ич', 'ича', 'ичу', 'ичем', 'иче']
const femaleEnds = ['на', 'ны', 'не', 'ну', 'ной', 'ною']

/** Forms of patronymics made of the male names above, folded; these are names even by themselves. */
export const patronymicForms: ReadonlySet<string> = new Set(
  [
    ...males
      .flatMap(patronymicStems)
      .flatMap((stem) => [...maleEnds, ...femaleEnds].map((end) => stem + end)),
    ...['Иль', 'Никит', 'Кузьм', 'Фом', 'Лук', 'Савв', 'Данил'].flatMap((stem) => [
      ...maleEnds.map((end) => stem + end),
      ...femaleEnds.flatMap((end) => [`${stem}ич${end}`, `${stem}инич${end}`]),
    ]),
    ...['Иван', 'Степан', 'Петров', 'Михал', 'Семён'].flatMap((stem) =>
      ['ыч', 'ыча', 'ычу', 'ычем'].map((e) => stem + e),
    ),
  ].map(fold),
)

/** Does this folded word end as a patronymic does? Trustworthy only beside a given name. */
export function looksLikePatronymic(folded: string): boolean {
  return (
    patronymicForms.has(folded) ||
    /^.{2,}(?:(?:ов|ев)ич(?:а|у|ем|е)?|(?:ов|ев)н(?:а|ы|е|у|ой)|инична|иничны|иничне|иничну|иничной|оглы|кызы)$/.test(
      folded,
    )
  )
}

const surnameEnd =
  /(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ы|ых)?$|(?:[сц]к)(?:ий|ая|ого|ому|им|ом|ой|ую|их)$|(?:[ое]нк|йк|чк|тк|шк)о$|(?:ук|юк|ак|як|ик|ек|ач|ич|ец|ер|ман|берг|штейн|швили|дзе|ян|янц|янов|оглы|евич|ович)(?:а|у|ом|ем|е)?$|[ыи]х$|(?:ой|ый)$|(?:аго|яго|ово)$/

/** Does this folded word end as Russian surnames do? Trustworthy only beside a given name, a patronymic or initials. */
export function looksLikeSurname(folded: string): boolean {
  return folded.length >= 4 && surnameEnd.test(folded)
}
