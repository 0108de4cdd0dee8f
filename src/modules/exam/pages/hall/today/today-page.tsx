import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { Link, useSearchParams } from 'react-router'
import { whoAmI } from '../../../../identity/contract.ts'
import { clockOf, instant } from '../../../../../kernel/instant.ts'
import { isLocalDate, localDate, plusDays } from '../../../../../kernel/local-date.ts'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../../ui/components/page/sheet.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { showDay } from '../../../../../ui/format.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { listSittings, type SittingView } from '../../../contract.ts'
import type { SittingsOfDay } from '../../answers.ts'
import { useServerNow } from '../../use-server-now.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { byUrgency, dayWaiting } from './day-plan.ts'
import { SittingCard } from './sitting-card.tsx'
import '../hall.css'

/** 今日考务: the sittings of a day within reach, those that need hands first. The day stands in the address. */
export function TodayPage() {
  const [address, setAddress] = useSearchParams()
  const asked = address.get('day') ?? ''
  const day = isLocalDate(asked) ? asked : undefined
  const read = useRead(listSittings, { query: day ? { day } : {} }, { everySeconds: 15 })
  if (read.isPending) return <WaitingSkeleton lines={6} />
  if (read.data === undefined) return <RefusalNote refusal={read.error?.told} onRetry={() => void read.refetch()} />
  const change = (next: string | null) => setAddress(next === null ? {} : { day: next })
  return <Day answer={read.data} answeredAt={read.dataUpdatedAt} chosen={day !== undefined} onDay={change} />
}

type DayProps = {
  readonly answer: SittingsOfDay
  readonly answeredAt: number
  readonly chosen: boolean
  readonly onDay: (day: string | null) => void
}

function Day({ answer, answeredAt, chosen, onDay }: DayProps) {
  const words = useWords(zh, en).today
  const language = useLanguage()
  const who = useRead(whoAmI, {})
  const now = useServerNow(answer.now, answeredAt)
  const keeps = who.data?.grants.some(grant => grant.role === 'site-manager' || grant.role === 'invigilator') ?? true
  const day = showDay(localDate(answer.day), language)
  const sittings = byUrgency(answer.sittings, now)
  return (
    <>
      <PageHead
        title={chosen ? fill(words.titleOf, { day }) : words.title}
        purpose={keeps ? words.purpose : words.purposeWatch}
        waiting={dayWaiting(sittings, now, words)}
        more={<DayPick day={answer.day} chosen={chosen} onDay={onDay} />}
      />
      {sittings.length === 0 ? (
        <Sheet>
          <EmptyState what={fill(words.none.what, { day })} how={words.none.how} />
        </Sheet>
      ) : (
        <Sittings sittings={sittings} now={now} siteShown={!keeps || new Set(sittings.map(s => s.siteCode)).size > 1} />
      )}
    </>
  )
}

type SittingsProps = { readonly sittings: readonly SittingView[]; readonly now: number; readonly siteShown: boolean }

function Sittings({ sittings, now, siteShown }: SittingsProps) {
  return (
    <ol className="z-today">
      {sittings.map(sitting => (
        <li key={sitting.sittingId}>
          <Link to={`/site/${sitting.sittingId}`} className="z-today-link">
            <time className="z-today-clock">{clockOf(instant(sitting.startsAt))}</time>
            <SittingCard sitting={sitting} now={now} siteShown={siteShown} />
          </Link>
        </li>
      ))}
    </ol>
  )
}

function DayPick({ day, chosen, onDay }: { readonly day: string; readonly chosen: boolean; readonly onDay: (day: string | null) => void }) {
  const words = useWords(zh, en).today
  const step = (n: number) => onDay(plusDays(localDate(day), n))
  return (
    <div className="z-day-pick">
      {chosen && <Button onClick={() => onDay(null)}>{words.back}</Button>}
      <button type="button" className="z-icon-button" aria-label={words.dayBefore} title={words.dayBefore} onClick={() => step(-1)}>
        <Icon name="chevron-left" />
      </button>
      <DatePicker
        aria-label={words.day}
        allowClear={false}
        value={dayjs(day)}
        onChange={next => next && onDay(dayjs(next).format('YYYY-MM-DD'))}
      />
      <button type="button" className="z-icon-button" aria-label={words.dayAfter} title={words.dayAfter} onClick={() => step(1)}>
        <Icon name="chevron-right" />
      </button>
    </div>
  )
}
