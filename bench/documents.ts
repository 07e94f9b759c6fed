import { type DocumentFormat, renderDocument } from '../src/platform/documents/index.ts'
import { sampleReport } from '../src/platform/documents/report-for-tests.ts'
import { atMost, type Figure, quantile, reported } from './figure.ts'

const times = 9
const formats: readonly DocumentFormat[] = ['docx', 'pdf', 'xlsx']

/** How long a report of ten tables and six charts takes in each format, in the thread that the server uses. */
export async function benchDocuments(): Promise<Figure[]> {
  const report = sampleReport()
  const started = performance.now()
  await renderDocument(report, 'docx')
  const first = reported('the first document, thread started', (performance.now() - started) / 1000, 's')
  const figures: Figure[] = []
  for (const format of formats) {
    const seconds: number[] = []
    const before = process.cpuUsage()
    let bytes = 0
    for (let turn = 0; turn < times; turn += 1) {
      const from = performance.now()
      bytes = (await renderDocument(report, format)).length
      seconds.push((performance.now() - from) / 1000)
    }
    const { user, system } = process.cpuUsage(before)
    const processor = ((user + system) / 1e6 / times).toFixed(2)
    const beside = `median of ${times}; ${processor} s of the processor, ${Math.round(bytes / 1024)} KB`
    figures.push(atMost(2, `ten tables and six charts as ${format}`, quantile(seconds, 0.5), 's', beside))
  }
  return [...figures, first]
}

if (import.meta.main) console.table(await benchDocuments())
