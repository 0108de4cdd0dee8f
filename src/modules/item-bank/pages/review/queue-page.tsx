import { Segmented } from 'antd'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import type { LocalDate } from '../../../../kernel/local-date.ts'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { showLeft } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { type Language, fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { whoAmI } from '../../../identity/contract.ts'
import { DAYS_TO_DECIDE, showQueue } from '../../contract.ts'
import { useToday } from '../shared/use-today.ts'
import type { ShownVersion } from '../shared/versions.ts'
import { queueColumns } from './queue-columns.tsx'
import { type Tab, tabToShow, tabsFor, versionsIn } from './queue-tabs.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './review.css'

/** 审题与批准: what waits for whoever asks, those due first ahead, and their own versions on their way. */
export function QueuePage() {
  const words = useWords(zh, en)
  const language = useLanguage()
  const today = useToday()
  const [address, setAddress] = useSearchParams()
  const queue = useRead(showQueue, {}, { everySeconds: 60 })
  const who = useRead(whoAmI, {})
  const tabs = queue.data ? tabsFor(queue.data, who.data?.grants.map(grant => grant.role) ?? []) : []
  const tab = queue.data ? tabToShow(queue.data, tabs, address.get('tab')) : 'review'
  const versions = queue.data && versionsIn(queue.data, tab)
  const waiting = queue.data ? versionsIn(queue.data, 'review').length + queue.data.toApprove.length + queue.data.toDecide.length : 0
  const first = tab === 'mine' ? undefined : versions?.[0]
  return (
    <>
      <PageHead
        title={words.title}
        purpose={words.purpose}
        trail={<Link to="/items">{words.overview}</Link>}
        waiting={waiting > 0 ? waitingText(waiting, first, { today, language }) : undefined}
        action={
          first && (
            <Link className="z-button z-button-primary" to={`/items/reviews/${first.itemVersionId}`}>
              {words.start}
            </Link>
          )
        }
      />
      {queue.isError ? (
        <RefusalNote refusal={queue.error.told} onRetry={() => void queue.refetch()} />
      ) : queue.isPending ? (
        <WaitingSkeleton lines={6} />
      ) : (
        <div className="z-stack">
          <Segmented<Tab>
            className="z-queue-tabs"
            value={tab}
            options={tabs.map(value => ({ value, label: `${words.tabs[value]} ${versionsIn(queue.data, value).length}` }))}
            onChange={value => setAddress({ tab: value }, { replace: true })}
          />
          <QueueTable key={tab} tab={tab} versions={versions} today={today} />
        </div>
      )}
    </>
  )
}

type TableProps = { readonly tab: Tab; readonly versions: readonly ShownVersion[] | undefined; readonly today: LocalDate | undefined }

function QueueTable({ tab, versions, today }: TableProps) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const columns = useMemo(() => queueColumns(language, { today, tab }), [language, today, tab])
  return (
    <WorkTable
      name={words.tabs[tab]}
      rows={versions}
      columns={columns}
      keyOf={row => row.itemVersionId}
      searchHint={words.hint}
      empty={<NothingWaits tab={tab} />}
    />
  )
}

function waitingText(
  n: number,
  first: ShownVersion | undefined,
  at: { readonly today: LocalDate | undefined; readonly language: Language },
) {
  const words = { zh, en }[at.language]
  const told = fill(words.waiting, { n })
  if (first === undefined || first.dueAt === null || at.today === undefined) return told
  const due = showLeft(at.today, dayOf(instant(first.dueAt)), at.language)
  return [told, fill(words.due, { due })].join(at.language === 'zh' ? '，' : ', ')
}

function NothingWaits({ tab }: { readonly tab: Tab }) {
  const words = useWords(zh, en).empty[tab]
  const days = DAYS_TO_DECIDE[tab === 'approve' ? 'passed' : 'item-review'] ?? 0
  return <EmptyState what={words.what} how={fill(words.how, { days })} />
}
