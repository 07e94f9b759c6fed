import { maskPersonal } from '../../triage/index.ts'

/** Words after a number that make it an amount, an order or a date rather than a house. */
const unit =
  /^\s?(?:-(?:го|му|ой|ый|ым|ом|й|я|е|х|ти|и)(?!\p{L})|(?:дн|день|сут|час|мин|год|лет|месяц|мес|недел|раз|человек|чел|этаж|подъезд|метр|рубл|руб|тыс|процент|градус|фонар|дерев|ям|штук|шт|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|литр|класс|контейнер|машин|автобус)\p{L}*|(?:м|км|г|л|кв|°|%)(?!\p{L}))/iu
/** Words before a number that name something other than a house. */
const named = /(?:маршрут|автобус|троллейбус|школ|гимнази|лице|сад|поликлиник)\p{L}*\s?(?:№\s?)?$/iu
const number =
  /(?<![\p{L}\d.])\d{1,4}(?:[/-]\d{1,3})?(?:\s?[а-яё](?![а-яё.]|\s?\d))?(?:,?\s?(?:корпус|корп|к|строение|стр)\.?\s?\d{1,3})?(?![.:]?\d)/giu

/**
 * A masked gist as an example may tell it: masked once more, and without numbers of houses. A number stays only where the
 * words beside it make it an amount, a date or the name of a route or a school; every other becomes «…».
 */
export function exampleWords(gist: string): string {
  const { masked } = maskPersonal(gist)
  return masked.replaceAll(number, (found: string, at: number) => {
    const digits = /^\d+/.exec(found)![0].length
    const isPlain = unit.test(masked.slice(at + digits)) || named.test(masked.slice(0, at))
    return isPlain ? found : '…'
  })
}
