import { defineWords } from '../../ui/words.ts'

export const dueWords = defineWords(
  {
    overdue: 'просрочено · {at}',
    'due-today': 'сегодня · {time}',
    soon: 'скоро · {at}',
    running: 'до {at}',
    met: 'в срок',
    missed: 'с опозданием',
    paused: 'пауза · {at}',
    cancelled: 'срок снят',
    none: 'без срока',
    late: {
      one: 'опоздание {count} день',
      few: 'опоздание {count} дня',
      many: 'опоздание {count} дней',
      other: 'опоздание {count} дня',
    },
  },
  {
    overdue: 'overdue · {at}',
    'due-today': 'today · {time}',
    soon: 'soon · {at}',
    running: 'by {at}',
    met: 'in time',
    missed: 'late',
    paused: 'paused · {at}',
    cancelled: 'cancelled',
    none: 'no deadline',
    late: { one: '{count} day late', other: '{count} days late' },
  },
)
