import { cpus } from 'node:os'
import { hundredths } from '../src/kernel/marks.ts'
import { anExchangeItem } from '../src/modules/item-bank/core/exchange/exchange-set.test.ts'
import type { ExchangeItem } from '../src/modules/item-bank/core/exchange/exchange-item.ts'
import { readExchange, writeExchange } from '../src/modules/item-bank/index.ts'

/** What must be read, judged and compared each second: QTI items of all machine-marked types, and rows of a workbook. */
const LIMITS = { qtiItems: 500, workbookRows: 5_000 } as const
const QTI_ITEMS = 1_000
const ROWS = 10_000
const QTI_TYPES = ['single-choice', 'multiple-choice', 'true-false', 'blank', 'inline-choice', 'matching', 'ordering'] as const
const ROW_TYPES = ['single-choice', 'single-choice', 'multiple-choice', 'true-false', 'blank', 'matching'] as const

const some = (count: number, types: readonly ExchangeItem['type'][]): ExchangeItem[] =>
  Array.from({ length: count }, (_, at) => {
    const item = anExchangeItem(types[at % types.length] ?? 'single-choice')
    return { ...item, code: `L4-BEN-${String(at + 1).padStart(5, '0')}`, marks: hundredths(200) }
  })

/** A stranger's package: without the annex every item is read from its own file and its rules are run. */
async function qti(): Promise<number> {
  const { bytes } = await writeExchange('qti-3', { items: some(QTI_ITEMS, QTI_TYPES), stimuli: [], media: [] })
  return rate(withoutAnnex(bytes), QTI_ITEMS)
}

/** The name of the annex is blotted out in the archive, so that it is a file like any other. */
function withoutAnnex(bytes: Buffer): Buffer {
  const blotted = Buffer.from(bytes)
  for (let at = blotted.indexOf('zhiheng-annex.json'); at >= 0; at = blotted.indexOf('zhiheng-annex.json', at + 1))
    blotted.write('another-annex.json', at)
  return blotted
}

async function workbook(): Promise<number> {
  const { bytes } = await writeExchange('workbook', { items: some(ROWS, ROW_TYPES), stimuli: [], media: [] })
  return rate(bytes, ROWS)
}

async function rate(bytes: Buffer, count: number): Promise<number> {
  const rates: number[] = []
  for (let run = 0; run < 3; run++) {
    const from = performance.now()
    const read = await readExchange({ name: 'items', bytes }, null)
    if (!read.ok || read.value.imported.items.length !== count)
      throw new Error(`not all items were read: ${JSON.stringify(read.ok ? read.value.imported.faults.slice(0, 3) : read)}`)
    rates.push(count / ((performance.now() - from) / 1000))
  }
  return Math.round(rates.toSorted((a, b) => a - b)[1] ?? 0)
}

const qtiItemsPerSecond = await qti()
const workbookRowsPerSecond = await workbook()
const ratio = (value: number, limit: number) => Math.round((value / limit) * 100) / 100
const [cpu] = cpus()
console.log(
  JSON.stringify({
    name: 'import',
    qtiItemsPerSecond,
    qtiToLimit: ratio(qtiItemsPerSecond, LIMITS.qtiItems),
    workbookRowsPerSecond,
    workbookToLimit: ratio(workbookRowsPerSecond, LIMITS.workbookRows),
    limits: LIMITS,
    node: process.version,
    cpu: cpu?.model.trim() ?? 'unknown',
  }),
)
process.exitCode = qtiItemsPerSecond < LIMITS.qtiItems || workbookRowsPerSecond < LIMITS.workbookRows ? 1 : 0
