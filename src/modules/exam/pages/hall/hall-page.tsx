import { Segmented } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { clockOf, instant } from '../../../../kernel/instant.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { showSpan } from '../../../../ui/format.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, type SameKeys, useLanguage, useWords } from '../../../../ui/words.ts'
import { PAPER_NAMES, showHall } from '../../contract.ts'
import type { Hall } from '../answers.ts'
import { useServerNow } from '../use-server-now.ts'
import { CloseSitting, HandoverRecord } from './close-sitting.tsx'
import { Door } from './door/door.tsx'
import { countStates, sittingPhase, takenSeats } from './hall-state.ts'
import { timeLeft } from './time-left.ts'
import { Wall } from './wall/wall.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './hall.css'

const WALL_SECONDS = 3
const STALE_MS = 12_000

/** One sitting on its day: the door, the wall, and its end. Which of them is shown stands in the address. */
export function HallPage() {
  const { sittingId = '' } = useParams()
  const words = useWords(zh, en).hall
  const read = useRead(showHall, { params: { sittingId } }, { everySeconds: WALL_SECONDS })
  if (read.isPending) return <WaitingSkeleton lines={8} />
  if (read.data === undefined)
    return <RefusalNote refusal={read.error?.told} next={<Link to="/site">{words.trail}</Link>} onRetry={() => void read.refetch()} />
  return <HallOf hall={read.data} answeredAt={read.dataUpdatedAt} />
}

function HallOf({ hall, answeredAt }: { readonly hall: Hall; readonly answeredAt: number }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const [address, setAddress] = useSearchParams()
  const now = useServerNow(hall.now, answeredAt)
  const { sitting } = hall
  const phase = sittingPhase(hall, now)
  const doorFirst = hall.keeps && (phase === 'before' || phase === 'entry' || phase === 'late')
  const asked = address.get('view')
  const view = asked === 'door' || asked === 'wall' ? asked : doorFirst ? 'door' : 'wall'
  const title = fill(words.hall.title, { level: sitting.levelName, paper: PAPER_NAMES[sitting.paper][language] })
  const waiting = hallWaiting(hall, now, words)
  const banner = (
    <>
      <h1>{title}</h1>
      <span>{sitting.siteName}</span>
      <strong>{waiting}</strong>
      <Freshness age={now - hall.now} />
    </>
  )
  const span = showSpan(instant(sitting.startsAt), instant(sitting.endsAt), language)
  return (
    <>
      <PageHead
        trail={<Link to="/site">{words.hall.trail}</Link>}
        title={title}
        waiting={waiting}
        purpose={fill(words.hall.purpose, { site: sitting.siteName, span, minutes: sitting.minutes })}
        action={hall.keeps && phase === 'over' && <CloseSitting hall={hall} />}
      />
      <div className="z-stack">
        {hall.handovers.length > 0 && <HandoverRecord hall={hall} />}
        <div className="z-hall-bar">
          <Segmented
            aria-label={words.hall.view}
            value={view}
            options={(['door', 'wall'] as const).map(value => ({ value, label: words.hall.views[value] }))}
            onChange={next => setAddress({ view: next }, { replace: true })}
          />
          <Freshness age={now - hall.now} />
          {!hall.keeps && <span className="z-note">{words.hall.watching}</span>}
        </div>
        {view === 'door' ? <Door hall={hall} now={now} /> : <Wall hall={hall} now={now} banner={banner} />}
      </div>
    </>
  )
}

/** How old what is shown is; a wall that has stopped says so loudly. */
function Freshness({ age }: { readonly age: number }) {
  const words = useWords(zh, en).hall
  const n = Math.round(age / 1000)
  if (age > STALE_MS)
    return (
      <strong role="alert">
        <StateWord tone="failing">{fill(words.stale, { n })}</StateWord>
      </strong>
    )
  return <span className="z-note z-number">{n < 1 ? words.now : fill(words.fresh, { n })}</span>
}

function hallWaiting(hall: Hall, now: number, { hall: words }: SameKeys<typeof zh>): string | undefined {
  const { sitting } = hall
  const counts = countStates(takenSeats(hall))
  const left = (until: number) => timeLeft(now, until, words.left)
  const clock = (at: number) => clockOf(instant(at))
  switch (sittingPhase(hall, now)) {
    case 'before':
      return fill(words.waiting.before, { clock: clock(hall.entryFrom), left: left(hall.entryFrom) })
    case 'entry':
      return fill(words.waiting.entry, { n: counts.expected, left: left(sitting.startsAt) })
    case 'late':
      return fill(words.waiting.late, { n: counts.expected, clock: clock(hall.lateUntil) })
    case 'running':
      return fill(words.waiting.running, { n: counts['checked-in'] + counts.answering, left: left(sitting.endsAt) })
    case 'over':
      return words.waiting.over
    case 'closed':
      return undefined
  }
}
