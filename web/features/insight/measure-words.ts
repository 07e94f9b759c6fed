import { type MeasureCode, measureCodes, measures, presetNames } from '../../../src/insight/contract.ts'
import { prefixed } from '../../ui/prefixed.ts'
import { defineWords } from '../../ui/words.ts'

const names: Record<MeasureCode, string> = {
  received: 'Received',
  open: 'In work at the end of the period',
  answered: 'Answered',
  'in-time': 'Answered in time',
  late: 'Answered late',
  closed: 'Closed',
  'first-answer-time': 'Until the first answer',
  'final-answer-time': 'Until the final answer',
  solved: 'Solved',
  explained: 'Explained',
  overdue: 'Overdue now',
  'promises-kept': 'Promises kept',
  'promises-missed': 'Promises broken',
  'promises-coming': 'Promises ahead',
  emergency: 'Emergencies',
  repeats: 'With repeats',
  undecided: 'Waiting for a topic from a person',
  'fast-track': 'Fast track',
}
const formulas: Record<MeasureCode, string> = {
  received: 'Cases received within the period; those joined as repeats count too',
  open: 'Cases received before the end of the period and not closed by then; joined ones do not count',
  answered: 'Cases whose final answer was sent or published within the period',
  'in-time': 'Share of cases finally answered within the period that missed no deadline of an answer',
  late: 'Cases finally answered within the period that missed at least one deadline of an answer',
  closed: 'Cases closed within the period and not reopened',
  'first-answer-time':
    'Median time from receipt to the first answer, interim or final, of cases first answered within the period',
  'final-answer-time':
    'Median time from receipt to the final answer of cases finally answered within the period',
  solved: 'Share of cases finally answered within the period whose outcome is “solved”',
  explained: 'Share of cases finally answered within the period whose outcome is “explained”',
  overdue: 'Cases whose nearest running deadline has passed; as of now, whatever the period',
  'promises-kept':
    'Cases with a promised date in the period, finally answered or closed no later than the promised day',
  'promises-missed':
    'Cases with a promised date in the period whose day passed without a final answer or closing',
  'promises-coming': 'Unanswered cases whose promised day has not passed; as of now, whatever the period',
  emergency: 'Cases received within the period and marked as an emergency',
  repeats: 'Cases received within the period that were told of more than once',
  undecided:
    'Cases received within the period whose topic the sorter did not dare to decide and nobody has chosen yet',
  'fast-track':
    'Share of cases finally answered within the period that went by the fast track and were answered in time',
}
const own = <Value>(of: (code: MeasureCode) => Value) =>
  Object.fromEntries(measureCodes.map((code) => [code, of(code)])) as Record<MeasureCode, Value>

/** Names and formulas of the measures and names of the ready periods, Russian from the contract. */
export const measureWords = defineWords(
  {
    ...prefixed(
      'measure',
      own((code) => measures[code].name),
    ),
    ...prefixed(
      'formula',
      own((code) => measures[code].formula),
    ),
    ...prefixed('preset', presetNames),
  },
  {
    ...prefixed('measure', names),
    ...prefixed('formula', formulas),
    ...prefixed('preset', {
      today: 'today',
      yesterday: 'yesterday',
      '7-days': '7 days',
      '30-days': '30 days',
      week: 'this week',
      'last-week': 'last week',
      month: 'this month',
      'last-month': 'last month',
      quarter: 'this quarter',
      year: 'this year',
    }),
  },
)
