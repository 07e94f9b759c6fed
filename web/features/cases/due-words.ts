import { defineWords } from '../../ui/words.ts'

export const dueWords = defineWords(
  {
    overdue: 'просрочено · {date}',
    'due-today': 'сегодня · {time}',
    soon: 'скоро · {at}',
    running: 'до {at}',
    met: 'в срок',
    missed: 'с опозданием',
    paused: 'пауза · {date}',
    cancelled: 'срок снят',
    promised: 'обещано до {date}',
    promiseMissed: 'обещали до {date}',
    none: 'без срока',
    late: {
      one: 'опоздание {count} день',
      few: 'опоздание {count} дня',
      many: 'опоздание {count} дней',
      other: 'опоздание {count} дня',
    },
  },
  {
    overdue: 'overdue · {date}',
    'due-today': 'today · {time}',
    soon: 'soon · {at}',
    running: 'by {at}',
    met: 'in time',
    missed: 'late',
    paused: 'paused · {date}',
    cancelled: 'cancelled',
    promised: 'promised by {date}',
    promiseMissed: 'was promised by {date}',
    none: 'no deadline',
    late: { one: '{count} day late', other: '{count} days late' },
  },
)
