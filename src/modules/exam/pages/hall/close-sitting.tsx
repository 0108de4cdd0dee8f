import { Button, Input } from 'antd'
import { useState } from 'react'
import { instant } from '../../../../kernel/instant.ts'
import { notice } from '../../../../ui/components/page/notices.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { Sheet } from '../../../../ui/components/page/sheet.tsx'
import { SidePanel } from '../../../../ui/components/table/side-panel.tsx'
import { showInstant } from '../../../../ui/format.ts'
import { useAct } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { closeSitting, listSittings, showHall } from '../../contract.ts'
import type { Hall } from '../answers.ts'
import { countStates, takenSeats } from './hall-state.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Ends a sitting: what will happen to whom is said before it is done. */
export function CloseSitting({ hall }: { readonly hall: Hall }) {
  const words = useWords(zh, en).closing
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const { act, busy, refusal } = useAct(closeSitting, [showHall, listSittings])
  const counts = countStates(takenSeats(hall))
  const submit = async () => {
    const done = await act({ params: { sittingId: hall.sitting.sittingId }, body: { note } })
    if (!done.ok) return
    notice(fill(words.done, done.value))
    setOpen(false)
  }
  const actions = (
    <>
      <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
      <Button type="primary" danger loading={busy} onClick={() => void submit()}>
        {words.submit}
      </Button>
    </>
  )
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.action}
      </Button>
      <SidePanel open={open} title={words.title} onClose={() => setOpen(false)} actions={actions}>
        <p>{fill(words.summary, { absent: counts.expected + counts.absent, open: counts['checked-in'] + counts.answering })}</p>
        <label className="z-labelled">
          <span>{words.note}</span>
          <Input.TextArea
            value={note}
            placeholder={words.noteHint}
            autoSize={{ minRows: 4 }}
            maxLength={1000}
            onChange={event => setNote(event.target.value)}
          />
        </label>
        <RefusalNote refusal={refusal} what={words.refused} />
      </SidePanel>
    </>
  )
}

/** What was handed over, room by room, once the sitting is closed. */
export function HandoverRecord({ hall }: { readonly hall: Hall }) {
  const words = useWords(zh, en).closing
  const language = useLanguage()
  const [first] = hall.handovers
  const names = new Map(hall.rooms.map(room => [room.roomId, room.name]))
  const figures = ['seated', 'present', 'late', 'absent'] as const
  return (
    <Sheet title={words.record} note={first && fill(words.at, { at: showInstant(instant(first.at), language) })} flush>
      <table className="z-handover">
        <thead>
          <tr>
            <th scope="col">{words.columns.room}</th>
            {figures.map(figure => (
              <th key={figure} scope="col">
                {words.columns[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hall.handovers.map(handover => (
            <tr key={handover.roomId}>
              <th scope="row">{names.get(handover.roomId) ?? handover.roomId}</th>
              {figures.map(figure => (
                <td key={figure}>{handover[figure]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {first?.note && <p className="z-handover-note">{fill(words.noteOf, { note: first.note })}</p>}
    </Sheet>
  )
}
