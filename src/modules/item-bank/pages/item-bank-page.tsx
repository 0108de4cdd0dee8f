import { type ComponentType, useMemo } from 'react'
import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../ui/components/page/waiting-skeleton.tsx'
import { type RowPanel, WorkTable } from '../../../ui/components/table/work-table.tsx'
import { useRead } from '../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../ui/words.ts'
import { listBankItems, showCoverage } from '../contract.ts'
import { CoverageBars } from './coverage-bars.tsx'
import { itemColumns, type ItemRow } from './item-columns.tsx'
import { ItemDetail, type ItemPreviewProps } from './item-detail.tsx'
import { LevelPicker, useChosenLevel } from './level-picker.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './item-bank.css'

const columns = { zh: itemColumns('zh'), en: itemColumns('en') }

/** 题库: coverage of the weight table, and the items of a level. `Preview` shows an item's content as its interaction does. */
export function ItemBankPage({ Preview }: { readonly Preview: ComponentType<ItemPreviewProps> }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { chosen } = useChosenLevel()
  const panel = useMemo(() => panelWith(Preview), [Preview])
  const place = { editionId: chosen.editionId, level: chosen.level }
  const coverage = useRead(showCoverage, { query: { ...place, workType: chosen.workType ?? '' } })
  const items = useRead(listBankItems, { query: place })
  const short = coverage.data?.areas.filter(area => area.have < area.needed).length ?? 0
  return (
    <>
      <PageHead
        title={words.title}
        purpose={words.purpose}
        waiting={short > 0 ? fill(words.short, { n: short }) : undefined}
        more={<LevelPicker />}
      />
      <div className="z-stack">
        <Sheet>
          {coverage.isError ? (
            <RefusalNote refusal={coverage.error.told} onRetry={() => void coverage.refetch()} />
          ) : coverage.isPending ? (
            <WaitingSkeleton lines={6} />
          ) : (
            <CoverageBars areas={coverage.data.areas} />
          )}
        </Sheet>
        {items.isError ? (
          <RefusalNote refusal={items.error.told} onRetry={() => void items.refetch()} />
        ) : (
          <WorkTable
            name={words.title}
            rows={items.data?.items}
            columns={columns[language]}
            keyOf={row => row.itemId}
            searchHint={words.hint}
            empty={<EmptyState what={words.empty.what} how={words.empty.how} />}
            panel={panel}
          />
        )}
      </div>
    </>
  )
}

function panelWith(Preview: ComponentType<ItemPreviewProps>): (row: ItemRow) => RowPanel {
  return row => ({ title: row.code, body: <ItemDetail key={row.itemId} item={row} Preview={Preview} /> })
}
