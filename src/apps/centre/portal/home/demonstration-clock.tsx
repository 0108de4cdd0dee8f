import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import { localDate } from '../../../../kernel/local-date.ts'
import { listSessions } from '../../../../modules/exam/contract.ts'
import { ClockControl } from '../../../../modules/identity/pages/clock/clock-control.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'

/** The clock of the seed country, with presets around the next examination (or the last, when none is to come). */
export function DemonstrationClock({ now }: { readonly now: Instant }) {
  const read = useRead(listSessions, { query: {} })
  if (read.isPending) return null
  const today = dayOf(now)
  const days = (read.data?.sessions ?? []).map(session => session.day).toSorted()
  const examDay = days.find(day => day >= today) ?? days.at(-1) ?? today
  return <ClockControl now={now} examDay={localDate(examDay)} />
}
