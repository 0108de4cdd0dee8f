import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { clockOf, instant } from '../../../../../kernel/instant.ts'
import type { AnswerOf } from '../../../../../ui/client.ts'
import { fill, useWords } from '../../../../../ui/words.ts'
import type { checkInAtHall } from '../../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type Code = AnswerOf<typeof checkInAtHall>

/** `483 207`: two groups are heard and typed without a slip. */
export function inGroups(code: string): string {
  return code.replace(/^(\d{3})(\d{3})$/, '$1 $2')
}

/** An entry code in figures that are read from across the desk, and as a slip of paper. It is shown this once. */
export function BigCode({ code, onClose }: { readonly code: Code; readonly onClose: () => void }) {
  const words = useWords(zh, en).big
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => close.current?.focus(), [])
  return (
    <section className="h-code h-slip" aria-label={words.title}>
      <p className="h-code-who">
        <strong>{code.maskedName}</strong>
        <span>{fill(words.seat, { room: code.roomLabel, seat: code.seatLabel })}</span>
      </p>
      <p className="h-code-title">{words.title}</p>
      <p className="h-code-figures" role="status">
        {inGroups(code.entryCode)}
      </p>
      <p className="z-note">{fill(words.until, { time: clockOf(instant(code.until)) })}</p>
      <p className="h-slip-only">{words.slip}</p>
      <div className="h-act-foot z-no-print">
        <Button size="large" onClick={() => print()}>
          {words.print}
        </Button>
        <Button ref={close} size="large" type="primary" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </section>
  )
}
