import {
  type DocumentFormat,
  type OfficialDocument,
  renderDocument,
} from '../src/platform/documents/index.ts'
import { renderHere } from '../src/platform/documents/render.ts'
import { sampleReport } from '../src/platform/documents/report-for-tests.ts'
import { atMost, type Figure, quantile, reported } from './figure.ts'

const times = 9
const formats: readonly DocumentFormat[] = ['docx', 'pdf', 'xlsx']

/** How long a report of ten tables and six charts takes in each format, in the process that the server uses. */
export async function benchDocuments(): Promise<Figure[]> {
  const report = sampleReport()
  const started = performance.now()
  await renderDocument(report, 'docx')
  const first = reported('the first document, process started', (performance.now() - started) / 1000, 's')
  const figures: Figure[] = []
  for (const format of formats) {
    const seconds: number[] = []
    for (let turn = 0; turn < times; turn += 1) {
      const from = performance.now()
      await renderDocument(report, format)
      seconds.push((performance.now() - from) / 1000)
    }
    const { processor, kilobytes } = await processorOf(report, format)
    const beside = `waited for: ${quantile(seconds, 0.5).toFixed(2)} s, median of ${times}; ${kilobytes} KB`
    figures.push(atMost(2, `processor for ten tables and six charts as ${format}`, processor, 's', beside))
  }
  return [...figures, first]
}

/** Time of the processor in seconds for one file, made here when all is warm: neighbours do not count. */
async function processorOf(report: OfficialDocument, format: DocumentFormat) {
  await renderHere(report, format)
  const before = process.cpuUsage()
  const { length } = await renderHere(report, format)
  const { user, system } = process.cpuUsage(before)
  return { processor: (user + system) / 1e6, kilobytes: Math.round(length / 1024) }
}

if (import.meta.main) console.table(await benchDocuments())
