import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { showCount } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/words.ts'
import type { ReportTable } from '../contract.ts'

/** Any table of a report; a masked group says so in words. */
export function ReportSheet({ table, masked }: { readonly table: ReportTable; readonly masked: string }) {
  const language = useLanguage()
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
                    {cell === null ? masked : typeof cell === 'number' ? showCount(cell) : cell}
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
