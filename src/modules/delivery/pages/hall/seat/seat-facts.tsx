import type { ReactNode } from 'react'
import { fill, useWords } from '../../../../../ui/words.ts'
import { agoText, clockSeconds } from '../desk/ago.ts'
import { useNow } from '../desk/hall.ts'
import { en as deskEn } from '../desk/words.en.ts'
import { zh as deskZh } from '../desk/words.zh.ts'
import { type Seat, linkBars, troublesOf } from '../wall/seat-face.ts'
import { BatteryMark, LinkBars } from '../wall/seat-sign.tsx'
import { en as wallEn } from '../wall/words.en.ts'
import { zh as wallZh } from '../wall/words.zh.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Fact = { readonly label: string; readonly value: ReactNode; readonly bad?: boolean }

/** How a seat stands, in figures; what is wrong is marked. */
export function SeatFacts({ seat }: { readonly seat: Seat }) {
  const words = useWords(zh, en).facts
  const saved = useSaved(seat)
  const machine = useMachine(seat)
  const facts: (Fact | null)[] = [
    { label: words.who, value: seat.maskedName },
    { label: words.ticket, value: <span className="h-ticket">{seat.ticketNumber}</span> },
    seat.minutesLeft === null ? null : { label: words.left, value: <strong className="h-left">{minutesText(seat.minutesLeft)}</strong> },
    saved,
    seat.answered === null || seat.minutesLeft === null
      ? null
      : { label: words.answered, value: fill(words.answeredN, { n: seat.answered }) },
    ...machine,
    seat.epoch < 2 ? null : { label: words.entries, value: fill(words.entriesN, { n: seat.epoch }) },
  ]
  return (
    <dl className="h-facts">
      {facts.map(
        fact =>
          fact && (
            <div key={fact.label} className={fact.bad ? 'h-fact-bad' : undefined}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function minutesText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function useSaved(seat: Seat): Fact | null {
  const words = useWords(zh, en).facts
  const desk = useWords(deskZh, deskEn)
  const now = useNow(5_000)
  if (seat.minutesLeft === null && seat.lastSavedAt === null) return null
  if (seat.lastSavedAt === null) return { label: words.saved, value: words.savedNever }
  return {
    label: words.saved,
    value: (
      <>
        {clockSeconds(seat.lastSavedAt)}
        <span className="z-note">
          {agoText(seat.lastSavedAt, now, desk)} {words.level[seat.saveLevel]}
        </span>
      </>
    ),
  }
}

/** The machine: link, battery, what has not arrived, how often the page was left. */
function useMachine(seat: Seat): (Fact | null)[] {
  const words = useWords(zh, en).facts
  const wall = useWords(wallZh, wallEn)
  const desk = useWords(deskZh, deskEn)
  const now = useNow(5_000)
  const bars = linkBars(seat)
  if (bars === null) return []
  const bad = new Set(troublesOf(seat))
  const percent = seat.batteryPercent
  return [
    {
      label: words.link,
      bad: bars === 0,
      value: (
        <>
          <LinkBars bars={bars} /> {wall.link[bars as 0]}
          {seat.rttMs !== null && bars > 0 && <span className="z-note">{fill(words.rtt, { n: seat.rttMs })}</span>}
        </>
      ),
    },
    {
      label: words.battery,
      bad: bad.has('battery'),
      value:
        percent === null ? (
          <span className="z-note">{words.batteryNone}</span>
        ) : (
          <>
            <BatteryMark percent={percent} charging={seat.charging === true} />{' '}
            {fill(seat.charging ? words.charging : words.percent, { n: percent })}
          </>
        ),
    },
    { label: words.unsent, bad: bad.has('unsent'), value: seat.unsent > 0 ? fill(words.unsentN, { n: seat.unsent }) : words.unsentNone },
    seat.focusLost === 0 ? null : { label: words.focus, bad: bad.has('focus'), value: fill(words.focusN, { n: seat.focusLost }) },
    seat.helpSince === null ? null : { label: words.help, bad: true, value: agoText(seat.helpSince, now, desk) },
  ]
}
