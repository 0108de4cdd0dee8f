import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { showCount, showLevel } from '../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import type { ReportTable } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Any table of a report; a masked group says so in words. */
export function ReportSheet({ table, masked }: { readonly table: ReportTable; readonly masked: string }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const textOf = (cell: string) => {
    const clause = /^L\d-(\d+)$/.exec(cell)?.[1]
    return clause === undefined ? showLevel(cell, language) : fill(words.clause, { number: clause })
  }
  if (table.rows.length === 0)
    return (
      <Sheet title={table.title[language]}>
        <p className="z-note">{words.noRows}</p>
      </Sheet>
    )
  return (
    <Sheet title={table.title[language]} flush>
      <div className="zs-scroll">
        <table className="zs-table">
          <thead>
            <tr>
              {table.columns.map(column => (
                <th key={column.key} scope="col" className={column.number ? 'zs-n' : ''}>
                  {column.name[language]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column} className={table.columns[column]?.number ? 'zs-n' : ''}>
                    {cell === null ? masked : typeof cell === 'number' ? showCount(cell) : textOf(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}
