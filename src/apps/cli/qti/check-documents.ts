import { surveyItem } from '../../../modules/interactions/contract.ts'
import { table } from '../season/report/table.ts'
import { type Documents, rulesNear } from './documents.ts'
import { toldFault } from './run-documents.ts'

const COLUMNS = [
  { head: '文件 file', align: 'left' },
  { head: '标识 item', align: 'left' },
  { head: '题型 interactions', align: 'left' },
  { head: '处理元素 elements', align: 'right' },
  { head: '问题 faults', align: 'right' },
] as const

/** What `qti check` prints, and how many faults there are; null when nothing in the file is an item. */
export function checkDocuments(documents: Documents): { readonly lines: readonly string[]; readonly faults: number } | null {
  const surveys = documents.items.map(({ path, root }) => ({ path, ...surveyItem(root, { rulesAt: rulesNear(documents, path) }) }))
  if (surveys.length === 0) return null
  const rows = surveys.map(({ path, identifier, interactions, processing, faults }) => {
    const kinds = Object.entries(interactions).map(([name, count]) => name.replace(/Interaction$/, '') + (count > 1 ? `×${count}` : ''))
    return [path, identifier, kinds.join(' ') || '—', processing.length, faults.length]
  })
  const told = surveys.flatMap(({ path, faults }) => faults.map(fault => `${path}  ${toldFault(fault).zh} (${toldFault(fault).en})`))
  const unread = documents.unread.map(({ path, fault }) => `${path}  ${fault.zh} (${fault.en})`)
  const elements = [...new Set(surveys.flatMap(({ processing }) => processing))].toSorted()
  const faults = told.length + unread.length
  const sum = `试题${surveys.length}道，试卷${documents.assessments.length}份，问题${faults}处 (items, assessments, faults)`
  const used = `用到的处理元素 elements in use：${elements.join(' ') || '—'}`
  return { lines: [...table(COLUMNS, rows), '', used, ...['', ...told, ...unread].filter((_, i) => i > 0 || faults > 0), '', sum], faults }
}
