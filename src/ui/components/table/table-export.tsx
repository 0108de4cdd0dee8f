import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { RefusalError } from '../../use-endpoint.ts'
import { useLanguage, useWords } from '../../words.ts'
import { Icon } from '../mark/icon.tsx'
import { notice } from '../page/notices.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { csvOf, fileName, sheetOf, widthsOf } from './sheet-export.ts'
import type { Column } from './table-column.ts'

/** Exports what the table shows, with its filters and its order, all pages of it; when a page is refused there is no file. */
export function TableExport<Row>({
  name,
  columns,
  rows,
}: {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: () => Promise<readonly Row[]>
}) {
  const words = useWords(zh, en).table
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const run = async (kind: string) => {
    setBusy(true)
    try {
      const exported = await rows()
      if (kind === 'xlsx') await saveSheet(name, columns, exported)
      else save(fileName(name, 'csv'), new Blob([csvOf(columns, exported)], { type: 'text/csv;charset=utf-8' }))
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error
      notice(`${words.notExported}：${error.told[language]}`, 'failing')
    } finally {
      setBusy(false)
    }
  }
  const items = [
    { key: 'xlsx', label: words.exportExcel },
    { key: 'csv', label: words.exportCsv },
  ]
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items, onClick: ({ key }) => void run(key) }}>
      <Button type="text" disabled={busy} icon={<Icon name="download" size={16} />}>
        {busy ? words.exporting : words.export}
      </Button>
    </Dropdown>
  )
}

/** The sheet writer is fetched only when somebody exports. */
async function saveSheet<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  const { default: writeXlsxFile } = await import('write-excel-file/browser')
  const sheet = writeXlsxFile(sheetOf(columns, rows), { columns: [...widthsOf(columns, rows)], stickyRowsCount: 1 })
  save(fileName(name, 'xlsx'), await sheet.toBlob())
}

/** Hands a blob to the person as a file. */
export function save(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
