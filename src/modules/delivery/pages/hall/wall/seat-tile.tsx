import { memo } from 'react'
import { fill, useWords } from '../../../../../ui/words.ts'
import type { Density } from './grid-layout.ts'
import { type Seat, faceOf, linkBars } from './seat-face.ts'
import { BatteryMark, LinkBars, SeatSign } from './seat-sign.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Words = typeof en
export type TileProps = {
  readonly seat: Seat
  readonly id: string
  readonly density: Density
  readonly column: number
  readonly chosen: boolean
  /** Age of the last acknowledged event in words; coarse, so that a tile is drawn anew only when people would see it. */
  readonly saved: string | null
  readonly onOpen: (seat: Seat) => void
}

/** One seat of the wall. Drawn again only when something that is seen on it changed. */
export const SeatTile = memo(function SeatTile({ seat, id, density, column, chosen, saved, onOpen }: TileProps) {
  const words = useWords(zh, en)
  const face = faceOf(seat)
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column}
      aria-selected={chosen}
      aria-label={tileName(seat, words)}
      className={`h-tile h-tile-${density} h-ground-${face}${chosen ? ' h-tile-chosen' : ''}`}
      onClick={() => onOpen(seat)}
    >
      <span className="h-tile-seat">{seat.seatLabel}</span>
      <span className="h-tile-face">
        {density !== 'small' && <span>{seat.spare && face === 'free' ? words.spare : words.faces[face]}</span>}
        <SeatSign face={face} size={density === 'small' ? 12 : 14} />
      </span>
      {density === 'large' && seat.maskedName !== null && (
        <span className="h-tile-who">
          <span>{seat.maskedName}</span>
          <span className="h-tile-ticket">{tailOf(seat)}</span>
        </span>
      )}
      <TileFoot seat={seat} density={density} saved={saved} words={words} />
    </div>
  )
})

type FootProps = { readonly seat: Seat; readonly density: Density; readonly saved: string | null; readonly words: Words }

/** The measured part: time left, age of the last save, link, battery, what has not arrived. */
function TileFoot({ seat, density, saved, words }: FootProps) {
  const bars = linkBars(seat)
  return (
    <span className="h-tile-foot">
      {seat.minutesLeft !== null && (
        <span className="h-tile-left">{density === 'small' ? seat.minutesLeft : fill(words.minutesLeft, { n: seat.minutesLeft })}</span>
      )}
      {density === 'large' && saved !== null && <span className="h-tile-saved">{saved}</span>}
      <span className="h-tile-marks">
        {density !== 'small' && seat.unsent > 0 && <span className="h-tile-unsent">↑{seat.unsent}</span>}
        {density === 'large' && seat.batteryPercent !== null && bars !== null && (
          <BatteryMark percent={seat.batteryPercent} charging={seat.charging === true} />
        )}
        {bars !== null && (density !== 'small' || bars < 3) && <LinkBars bars={bars} />}
      </span>
    </span>
  )
}

export function tailOf(seat: Pick<Seat, 'ticketNumber'>): string {
  return (seat.ticketNumber ?? '').slice(-4)
}

/** What a screen reader says of a seat. */
export function tileName(seat: Seat, words: Words): string {
  const face = faceOf(seat)
  const tile = fill(words.tile, {
    room: seat.roomLabel,
    seat: seat.seatLabel,
    face: seat.spare && face === 'free' ? words.spare : words.faces[face],
  })
  const who = seat.maskedName === null ? tile : fill(words.tileWho, { tile, name: seat.maskedName, tail: tailOf(seat) })
  return seat.minutesLeft === null ? who : fill(words.tileLeft, { tile: who, n: seat.minutesLeft })
}
