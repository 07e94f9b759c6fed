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
  'due-today': 'Due today',
  satisfaction: 'Average mark',
  'low-marks': 'Low marks',
  'no-topic': 'Without a topic',
  'no-place': 'Without a place',
  'no-essence': 'Without essence',
  'no-nature': 'Without a nature',
  'no-executor': 'Without an executor',
  'no-outcome': 'Without an outcome',
  'same-text': 'Exact repeats',
  'source-conflict': 'Differ from the source',
  untaken: 'Past the deadline, not taken',
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
  'due-today':
    'Cases whose nearest running deadline comes today and has not passed; as of now, whatever the period',
  satisfaction: 'Average mark of the applicant, 1 to 5, of marked cases finally answered within the period',
  'low-marks': 'Share of marks 1 and 2 among marked cases finally answered within the period',
  'no-topic': 'Cases received within the period without a topic group; joined ones do not count',
  'no-place':
    'Cases received within the period without settlement, street and point on the map; joined ones do not count',
  'no-essence': 'Cases received within the period that say nothing; joined ones do not count',
  'no-nature': 'Cases received within the period without a nature; joined ones do not count',
  'no-executor': 'Open cases received within the period with neither organisation nor person',
  'no-outcome': 'Cases finally answered within the period without an outcome',
  'same-text':
    'Open cases received within the period that say word for word what another open case of the same place says',
  'source-conflict':
    'Cases received within the period of which an export says otherwise than our people decided',
  untaken:
    'Cases whose nearest deadline has passed and that nobody has taken into work; as of now, whatever the period',
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
