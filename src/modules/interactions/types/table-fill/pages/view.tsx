import { fill, useWords } from '../../../../../ui/words.ts'
import { GapField, writtenGaps } from '../../../pages/fields/gap-field.tsx'
import { GapText, ProseBlocks, ProseTable } from '../../../pages/prose.tsx'
import type { ItemViewProps } from '../../../pages/view-props.ts'
import { en } from '../../../pages/words.en.ts'
import { zh } from '../../../pages/words.zh.ts'
import { TableFillPublic } from '../type.ts'

/** The candidate's view: the document with boxes in its open cells, each named by its row and column. */
export function TableFillView({ content, response, readOnly, name, onRespond, mediaUrl }: ItemViewProps) {
  const words = useWords(zh, en)
  const { stem, table, gaps } = TableFillPublic.parse(content)
  const written = writtenGaps(
    response,
    gaps.map(gap => gap.id),
  )
  const labelOf = (row: number, column: number) => {
    const heads = [table.rows[row]?.[0] ?? '', table.head[column] ?? ''].filter(text => text !== '' && !text.includes('{{'))
    return heads.length === 2 ? fill(words.cell, { row: heads[0] ?? '', column: heads[1] ?? '' }) : heads.join('')
  }
  const slot = (id: string, label: string) => {
    const gap = gaps.find(one => one.id === id)
    if (gap === undefined) return null
    return (
      <GapField gap={gap} label={label} text={written.textOf(id)} readOnly={readOnly} onText={text => onRespond(written.with(id, text))} />
    )
  }
  return (
    <>
      <ProseBlocks prose={stem} id={`${name}-stem`} mediaUrl={mediaUrl} />
      <p className="z-options-hint">{words.fillTable}</p>
      <div className="z-prose z-table-fill">
        <ProseTable
          head={table.head}
          rows={table.rows}
          label={words.table}
          renderCell={(text, { row, column }) => <GapText text={text} renderGap={id => slot(id, labelOf(row, column))} />}
        />
      </div>
    </>
  )
}
