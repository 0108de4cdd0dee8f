import { Link } from 'react-router'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import { showCoverage, showDashboard, showQueue } from '../../contract.ts'
import { CoverageBars } from '../coverage-bars.tsx'
import { type ChosenLevel, LevelPicker, useChosenLevel } from '../level-picker.tsx'
import { listPath } from '../shared/list-path.ts'
import { useToday } from '../shared/use-today.ts'
import type { Figures } from './figures.ts'
import { HeatSheet } from './heat-sheet.tsx'
import { StateStrip } from './state-strip.tsx'
import { UseSheet } from './use-sheet.tsx'
import { waitingIn } from './waiting-words.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import { WritersSheet } from './writers-sheet.tsx'
import '../item-bank.css'
import './dashboard.css'

/** 题库总览: what waits, and how the bank of a level stands: states, coverage, use, writers. Every number leads to its items. */
export function DashboardPage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { chosen } = useChosenLevel()
  const queue = useRead(showQueue, {})
  const figures = useRead(showDashboard, { query: { editionId: chosen.editionId, level: chosen.level } })
  const today = useToday()
  const waits = queue.data && waitingIn(queue.data, today, language)
  return (
    <>
      <PageHead
        title={words.title}
        purpose={words.purpose}
        waiting={waits?.text}
        more={<LevelPicker />}
        action={
          <Link
            className={waits ? 'z-button z-button-primary' : 'z-button'}
            to={waits?.to ?? listPath({ edition: chosen.editionId, level: chosen.key })}
          >
            {waits ? words.go : words.list}
          </Link>
        }
      />
      {figures.isError ? (
        <RefusalNote refusal={figures.error.told} onRetry={() => void figures.refetch()} />
      ) : figures.isPending ? (
        <WaitingSkeleton lines={10} />
      ) : figures.data.states.length === 0 ? (
        <EmptyState what={words.empty.what} how={words.empty.how} />
      ) : (
        <Overview figures={figures.data} chosen={chosen} />
      )}
    </>
  )
}

function Overview({ figures, chosen }: { readonly figures: Figures; readonly chosen: ChosenLevel }) {
  const { editionId, level, workType, key } = chosen
  const coverage = useRead(showCoverage, { query: { editionId, level, workType: workType ?? '' } })
  const place = { edition: editionId, level: key }
  return (
    <div className="z-stack">
      <StateStrip states={figures.states} place={place} />
      <HeatSheet cells={figures.coverage} areas={coverage.data?.areas ?? []} chosen={chosen} />
      <div className="z-dashboard-two">
        <Sheet>
          {coverage.isError ? (
            <RefusalNote refusal={coverage.error.told} onRetry={() => void coverage.refetch()} />
          ) : coverage.isPending ? (
            <WaitingSkeleton lines={6} />
          ) : (
            <CoverageBars areas={coverage.data.areas} />
          )}
        </Sheet>
        <div className="z-stack">
          <UseSheet figures={figures} place={place} />
          <WritersSheet writers={figures.writers} place={place} />
        </div>
      </div>
    </div>
  )
}
