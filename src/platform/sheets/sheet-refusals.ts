import { Refusal, type RefusalKind } from '../refusal.ts'

const refusals = {
  'file-missing': ['not-found', 'Файл не найден или его нельзя прочитать: проверьте путь и права.'],
  'file-empty': ['invalid', 'Файл пуст: выгрузите таблицу заново и загрузите её ещё раз.'],
  'file-too-large': ['too-large', 'Файл слишком велик: выгрузите данные частями, за меньший период.'],
  'file-bomb': [
    'too-large',
    'Файл распаковывается в недопустимо большой объём и не был открыт: сохраните таблицу в Excel заново или выгрузите её частями.',
  ],
  'file-encrypted': [
    'invalid',
    'Файл защищён паролем: снимите пароль (в Excel «Файл → Сведения → Защита книги») и загрузите файл снова.',
  ],
  'file-truncated': ['invalid', 'Файл обрывается на середине: скачайте или выгрузите его заново целиком.'],
  'file-damaged': ['invalid', 'Файл повреждён: выгрузите его заново или пересохраните в Excel.'],
  'file-old-excel': [
    'invalid',
    'Это книга старого формата: откройте её в Excel и сохраните как «Книга Excel (.xlsx)».',
  ],
  'file-open-document': [
    'invalid',
    'Это таблица OpenDocument: сохраните её как «.xlsx» или «.csv» и загрузите снова.',
  ],
  'file-is-pdf': ['invalid', 'Это документ PDF, а не таблица: выгрузите данные в XLSX или CSV.'],
  'file-is-document': ['invalid', 'Это текстовый документ, а не таблица: выгрузите данные в XLSX или CSV.'],
  'file-is-presentation': ['invalid', 'Это презентация, а не таблица: выгрузите данные в XLSX или CSV.'],
  'file-is-image': ['invalid', 'Это изображение, а не таблица: выгрузите данные в XLSX или CSV.'],
  'file-is-archive': ['invalid', 'Это архив, а не таблица: распакуйте его и загрузите файл XLSX или CSV.'],
  'file-is-html': [
    'invalid',
    'Это веб-страница, сохранённая под видом таблицы: откройте её в Excel и сохраните как «Книга Excel (.xlsx)».',
  ],
  'file-is-xml': ['invalid', 'Это файл XML: откройте его в Excel и сохраните как «Книга Excel (.xlsx)».'],
  'file-not-table': ['invalid', 'Этот файл не похож на таблицу: загрузите файл XLSX или CSV.'],
  'sheet-missing': ['invalid', 'В книге нет листа с таким названием: выберите другой лист.'],
  'quote-unclosed': [
    'invalid',
    'В файле CSV открыта и не закрыта кавычка: исправьте её или выгрузите таблицу в формате XLSX.',
  ],
} as const satisfies Record<string, readonly [RefusalKind, string]>

/** Why a file could not be opened as a table. */
export type SheetRefusalReason = keyof typeof refusals

/** Refuses a file with its one sentence; `details` may say where (byte, row). */
export function refuseSheet(reason: SheetRefusalReason, details?: unknown): never {
  const [kind, sentence] = refusals[reason]
  throw new Refusal(kind, reason, sentence, details)
}
