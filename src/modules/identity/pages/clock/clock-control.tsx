import { useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useId, useState } from 'react'
import { atClock, clockOf, type Instant } from '../../../../kernel/instant.ts'
import { isLocalDate, type LocalDate } from '../../../../kernel/local-date.ts'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { setClock } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { clockPresets, clockTime } from './clock-presets.ts'
import './clock.css'

export type ClockControlProps = {
  readonly now: Instant
  /** The day that presets count from: that of the next examination. */
  readonly examDay: LocalDate
}

/** Moves the clock of the seed country, by preset or to any minute. Everything on the page is read anew afterwards. */
export function ClockControl({ now, examDay }: ClockControlProps) {
  const words = useWords(zh, en).clock
  const language = useLanguage()
  const queries = useQueryClient()
  const { act, busy, refusal } = useAct(setClock)
  const [day, setDay] = useState<LocalDate>(examDay)
  const move = async (at: Instant | null) => {
    const reply = await act({ body: { at } })
    if (!reply.ok) return
    notice(at === null ? words.doneReal : fill(words.done, { at: showInstant(at, language) }))
    await queries.invalidateQueries()
  }
  return (
    <Sheet title={words.title} note={showInstant(now, language)}>
      <div className="z-clock">
        <p className="z-note">{words.purpose}</p>
        <ChooseTime day={day} time={clockOf(now)} busy={busy} onDay={setDay} onSet={move} />
        <div className="z-clock-presets">
          {clockPresets(day).map(({ key, at }) => (
            <Button key={key} disabled={busy} onClick={() => void move(at)}>
              {words[key]}
            </Button>
          ))}
          <button type="button" className="z-link" disabled={busy} onClick={() => void move(null)}>
            {words.real}
          </button>
        </div>
        <RefusalNote refusal={refusal} what={words.refused} />
      </div>
    </Sheet>
  )
}

type ChooseProps = {
  readonly day: LocalDate
  readonly time: string
  readonly busy: boolean
  readonly onDay: (day: LocalDate) => void
  readonly onSet: (at: Instant) => Promise<void>
}

function ChooseTime({ day, time, busy, onDay, onSet }: ChooseProps) {
  const words = useWords(zh, en).clock
  const id = useId()
  const [typed, setTyped] = useState(time)
  const clock = clockTime(typed)
  return (
    <form
      className="z-clock-choose"
      onSubmit={event => {
        event.preventDefault()
        if (clock !== null) void onSet(atClock(day, clock))
      }}
    >
      <label>
        <span className="z-note">{words.day}</span>
        <DatePicker
          allowClear={false}
          value={dayjs(day)}
          onChange={value => {
            const text = value?.format('YYYY-MM-DD') ?? ''
            if (isLocalDate(text)) onDay(text)
          }}
        />
      </label>
      <label>
        <span className="z-note">{words.time}</span>
        <Input
          className="z-clock-time"
          inputMode="numeric"
          value={typed}
          status={clock === null ? 'error' : ''}
          aria-invalid={clock === null}
          aria-describedby={clock === null ? id : undefined}
          onChange={event => setTyped(event.target.value)}
        />
      </label>
      <Button htmlType="submit" disabled={busy || clock === null}>
        {words.set}
      </Button>
      {clock === null && (
        <p id={id} className="z-clock-fault" role="alert">
          {words.badTime}
        </p>
      )}
    </form>
  )
}
