import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { instant } from '../../../../kernel/instant.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { type RowPanel, WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, type Language, useLanguage, useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { BOARD_COLUMNS, type BoardColumn, type BoardRowView, readBoard } from '../../contract.ts'
import { SessionWays } from '../session/session-ways.tsx'
import { monthName } from '../short-day.ts'
import { boardOrder, lightText, STANDING_TONES } from './light-words.ts'
import { SitePanel } from './site-panel.tsx'
import { CentreCard } from './centre-card.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../sealing/sealing.css'
import './board.css'

/** Shown until the person chooses others: the way of a package to the site, its readiness, and its results. */
const USUAL: readonly BoardColumn[] = ['enrolment', 'held', 'drill', 'clock', 'disk', 'peer', 'armed', 'result']

/** 下发看板: one row a site, trouble first; a row opens the site with its enrolment. */
export function BoardPage() {
  const { sessionId = '' } = useParams()
  const words = useWords(zh, en)
  const language = useLanguage()
  const who = useRead(whoAmI, {})
  const read = useRead(readBoard, { params: { sessionId } }, { everySeconds: 60 })
  const now = read.data?.now ?? 0
  const columns = useMemo(() => columnsIn(language, now), [language, now])
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.data === undefined) return <RefusalNote refusal={read.error?.told} onRetry={() => void read.refetch()} />
  const { session, rows, firstStart } = read.data
  const national = who.data?.grants.some(grant => grant.role === 'national-officer') ?? false
  const trouble = rows.filter(row => row.standing === 'failing').length
  const panel = (row: BoardRowView): RowPanel => ({
    title: row.siteName,
    state: <StateWord tone={STANDING_TONES[row.standing]}>{words.standing[row.standing]}</StateWord>,
    body: <SitePanel key={row.siteCode} row={row} now={now} national={national} />,
  })
  return (
    <>
      <PageHead
        trail={
          <Link to={`/sessions/${session.sessionId}`}>{fill(words.trail, { month: monthName(session.nominal, language, true) })}</Link>
        }
        title={words.title}
        purpose={[firstStart !== null && fill(words.first, { at: showInstant(instant(firstStart), language) }), words.purpose]
          .filter(Boolean)
          .join(language === 'zh' ? '。' : '. ')}
        waiting={trouble > 0 ? fill(words.waiting, { count: trouble }) : undefined}
        more={<SessionWays sessionId={session.sessionId} here="board" />}
      />
      <div className="z-stack z-board">
        <WorkTable
          name={words.title}
          rows={boardOrder(rows)}
          columns={columns}
          keyOf={row => row.siteCode}
          searchHint={words.search}
          panel={panel}
          empty={
            <EmptyState
              what={words.none.what}
              how={words.none.how}
              action={<Link to={`/sessions/${session.sessionId}/sealing`}>{words.columns.package}</Link>}
            />
          }
        />
        {rows.length > 0 && <CentreCard />}
      </div>
    </>
  )
}

function columnsIn(language: Language, now: number): readonly Column<BoardRowView>[] {
  const words = { zh, en }[language]
  const standings = (['failing', 'waiting', 'running', 'idle', 'done'] as const).map(value => ({ value, label: words.standing[value] }))
  const provinces = { choices: standings, value: (row: BoardRowView) => row.standing }
  const lights = BOARD_COLUMNS.map((column): Column<BoardRowView> => {
    const say = (row: BoardRowView) => lightText(column, row.lights[column], { now, language })
    return {
      key: column,
      title: words.columns[column],
      text: say,
      show: row => <StateWord tone={STANDING_TONES[row.lights[column].standing]}>{say(row)}</StateWord>,
      hidden: !USUAL.includes(column),
    }
  })
  return [
    {
      key: 'site',
      title: words.columns.site,
      text: row => `${row.siteName} ${row.siteCode}`,
      show: row => (
        <>
          {row.siteName}
          <span className="z-note z-board-code">{row.siteCode}</span>
        </>
      ),
    },
    {
      key: 'standing',
      title: words.columns.standing,
      text: row => words.standing[row.standing],
      show: row => (
        <StateWord tone={STANDING_TONES[row.standing]} strong>
          {words.standing[row.standing]}
        </StateWord>
      ),
      filter: provinces,
    },
    { key: 'candidates', title: words.columns.candidates, text: row => row.candidates, number: true, hidden: true },
    { key: 'digest', title: words.columns.digest, text: row => row.digest ?? '', hidden: true },
    ...lights,
  ]
}
